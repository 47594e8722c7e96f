package press.tamizdat.edition.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads feeds back with parsers that are not ours. */
final class Read {
  private Read() {}

  /** Fails unless the document is well-formed and as the grammar in {@code feed/} has it. */
  static void against(String grammar, byte[] document) {
    StringWriter complaints = new StringWriter();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(complaints));
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try {
      String url = Read.class.getResource("/feed/" + grammar).toString();
      assertThat(driver.loadSchema(new InputSource(url))).as(complaints.toString()).isTrue();
      boolean valid = driver.validate(new InputSource(new ByteArrayInputStream(document)));
      assertThat(valid).as(complaints + new String(document, UTF_8)).isTrue();
    } catch (SAXException | IOException e) {
      throw new AssertionError(complaints + new String(document, UTF_8), e);
    }
  }

  static Document xml(byte[] document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(new String(document, UTF_8), e);
    }
  }

  /** Elements below, by their name without prefix. */
  static List<Element> all(Node node, String name) {
    NodeList found =
        node instanceof Document d
            ? d.getElementsByTagNameNS("*", name)
            : ((Element) node).getElementsByTagNameNS("*", name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  static List<String> texts(Node node, String name) {
    return all(node, name).stream().map(Node::getTextContent).toList();
  }

  /** Where a link of this relation leads. */
  static Optional<String> link(Node node, String rel) {
    return all(node, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(rel))
        .map(link -> link.getAttribute("href"))
        .findFirst();
  }
}
