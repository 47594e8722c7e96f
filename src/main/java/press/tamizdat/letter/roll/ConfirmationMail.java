package press.tamizdat.letter.roll;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.Letterhead;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;

/**
 * The mail that asks whether somebody meant it. It says nothing that a stranger who signed up
 * another person could have chosen, and opens and clicks are not watched.
 */
final class ConfirmationMail {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "press.tamizdat.jte");

  private final Correspondence sender;
  private final SubscriberLinks links;

  ConfirmationMail(Correspondence sender, SubscriberLinks links) {
    this.sender = sender;
    this.links = links;
  }

  Mail write(Asked asked, String id, Publication publication, Instant at) {
    ConfirmationView view = view(asked, id, publication);
    StringOutput html = new StringOutput();
    TEMPLATES.render("letter/confirm.jte", view, html);
    byte[] message =
        Letterhead.answer(
                view.publication(),
                sender.fromAddress(),
                asked.address().text(),
                view.title(),
                text(view),
                html.toString(),
                "confirm." + id + "@" + sender.returnDomain(),
                at)
            .octets();
    // A refusal that comes back names the id; "0" is no issue's number.
    return new Mail("b-" + id + "-0@" + sender.returnDomain(), asked.address().text(), message);
  }

  private ConfirmationView view(Asked asked, String id, Publication publication) {
    Language language = asked.choice().language();
    Messages words = Messages.of(language, List.of("roll_" + language.tag()));
    String name =
        publication.name().getOrDefault(language, publication.name().values().iterator().next());
    List<String> letters =
        publication.letters().stream()
            .filter(l -> asked.choice().letters().contains(l.slug()))
            .map(l -> l.name().getOrDefault(language, l.slug()))
            .toList();
    return new ConfirmationView(
        language,
        words.say("confirm.subject", name),
        words.say(asked.invited() ? "confirm.invited" : "confirm.asked", name),
        letters,
        words.say("confirm.button"),
        "%s/%s/letters/confirm.html?link=%s"
            .formatted(sender.site(), language.tag(), links.confirming(id)),
        words.say("confirm.link"),
        words.say("confirm.ignore"),
        name,
        sender.site().toString());
  }

  private static String text(ConfirmationView view) {
    return view.said()
        + "\n\n"
        + view.letters().stream().map(l -> "  - " + l + "\n").collect(Collectors.joining())
        + "\n"
        + view.button()
        + ":\n"
        + view.link()
        + "\n\n"
        + view.ignore()
        + "\n\n-- \n"
        + view.publication()
        + "\n"
        + view.site()
        + "\n";
  }
}
