package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;

class ArticleHtmlProperties {
  @Property(tries = 20_000)
  void cleaningTwiceIsCleaningOnce(@ForAll("soup") String html) {
    String once = ArticleHtml.clean(html);
    assertThat(ArticleHtml.clean(once)).isEqualTo(once);
  }

  @Property(tries = 20_000)
  void onlyTheSubsetComesOut(@ForAll("soup") String html) {
    assertThat(Subset.faults(ArticleHtml.clean(html))).isEmpty();
  }

  @Property(tries = 1000)
  void theTextOfParagraphsIsKept(@ForAll("paragraphs") List<String> paragraphs) {
    String html = paragraphs.stream().map(p -> "<p>" + p + "</p>").reduce("", String::concat);
    String expected = Jsoup.parseBodyFragment(html).body().wholeText();
    String kept = Jsoup.parseBodyFragment(ArticleHtml.clean(html)).body().wholeText();
    assertThat(letters(kept)).isEqualTo(letters(expected));
  }

  private static String letters(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }

  @Provide
  Arbitrary<List<String>> paragraphs() {
    return Arbitraries.of(
            "word",
            " ",
            "слово",
            "می\u200cرود",
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<br>",
            "&nbsp;",
            "<a href=/x>",
            "</a>",
            "<span style='font-weight:bold'>",
            "</span>",
            "&lt;p&gt;",
            "5 &gt; 3",
            "<u>",
            "</u>",
            "<sup>",
            "</sup>",
            "<o:p>",
            "</o:p>",
            "<font color=red>",
            "</font>",
            "🌊")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts))
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> soup() {
    Arbitrary<String> tags =
        Arbitraries.of(
                "p",
                "div",
                "b",
                "i",
                "strong",
                "em",
                "a",
                "ul",
                "ol",
                "li",
                "table",
                "tr",
                "td",
                "th",
                "thead",
                "caption",
                "blockquote",
                "cite",
                "footer",
                "figure",
                "figcaption",
                "aside",
                "h1",
                "h2",
                "h4",
                "span",
                "sub",
                "sup",
                "pre",
                "code",
                "br",
                "hr",
                "section",
                "dl",
                "dt",
                "dd",
                "q",
                "script",
                "style",
                "svg",
                "math",
                "form",
                "button",
                "noscript",
                "template",
                "iframe",
                "img",
                "video",
                "picture",
                "select",
                "textarea",
                "title",
                "details",
                "summary",
                "center",
                "font",
                "o:p",
                "body",
                "html",
                "main",
                "article",
                "figure class=embed",
                "img src=/a.jpg",
                "img src=data:x alt=y",
                "img class=emoji alt=x src=y",
                "iframe src=https://v.example/1 title=T",
                "iframe src='javascript:1'",
                "a href=/x",
                "a href='java\tscript:1'",
                "a href=https://a.example?utm_x=1&b=2",
                "a href=https://a.example",
                "p dir=rtl",
                "div dir=ltr lang=ru",
                "span lang=fa",
                "em lang=la",
                "li lang=x1!",
                "td colspan=2 onclick=x",
                "th scope=row rowspan=0",
                "ol start=3",
                "p style=color:red",
                "b style=font-weight:normal",
                "span style='font-style:italic'",
                "table role=presentation",
                "p class=MsoListParagraph style='mso-list:l0'",
                "div class=wp-caption",
                "span class=credit",
                "video poster=/p.jpg src=/v.mp4 title=V")
            .flatMap(
                t -> Arbitraries.of("<" + t + ">", "<" + t + ">", "</" + t.split(" ")[0] + ">"));
    Arbitrary<String> texts =
        Arbitraries.of(
            "a",
            "b c",
            " ",
            "  ",
            "\n",
            "&nbsp;",
            "&nbsp;&nbsp;",
            "<!-- x -->",
            "&lt;script&gt;",
            "x<y",
            "\u00ad",
            "\u200b",
            "می\u200cرود",
            "&#0;",
            "&#13;",
            "\"'",
            "&amp;amp;",
            "]]>",
            "<![CDATA[x]]>");
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, tags), net.jqwik.api.Tuple.of(2, texts))
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }
}
