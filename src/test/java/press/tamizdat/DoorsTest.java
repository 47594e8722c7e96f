package press.tamizdat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No room of the program reaches into a room that it has no door to. */
class DoorsTest {
  @Test
  void everyClassKeepsToItsDoors() throws Exception {
    List<String> broken = new ArrayList<>();
    Set<String> rooms = new HashSet<>();
    for (Path file : compiled()) {
      byte[] bytes = Files.readAllBytes(file);
      broken.addAll(Doors.broken(bytes));
      String name = ClassFile.of().parse(bytes).thisClass().asInternalName().replace('/', '.');
      Doors.room(name).ifPresent(rooms::add);
    }
    assertThat(broken).isEmpty();
    assertThat(rooms).as("rooms with a class in them").isEqualTo(Doors.OPEN.keySet());
  }

  private static List<Path> compiled() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Tamizdat.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(f -> f.toString().endsWith(".class"))
          .filter(f -> !f.endsWith("module-info.class"))
          .toList();
    }
  }

  @Test
  void aFieldOfAForbiddenTypeIsNamed() {
    byte[] spy =
        ClassFile.of()
            .build(
                ClassDesc.of("press.tamizdat.site.Spy"),
                c -> c.withField("drafts", ClassDesc.of("press.tamizdat.article.Articles"), 0));

    assertThat(Doors.broken(spy))
        .containsExactly(
            "press.tamizdat.site.Spy uses press.tamizdat.article.Articles:"
                + " the room \"site\" may not use \"article\"");
  }

  @Test
  void aCallWithinAMethodIsNamed() {
    byte[] caller =
        ClassFile.of()
            .build(
                ClassDesc.of("press.tamizdat.platform.text.Caller"),
                c ->
                    c.withMethodBody(
                        "call",
                        ConstantDescs.MTD_void,
                        ClassFile.ACC_STATIC,
                        code ->
                            code.invokestatic(
                                    ClassDesc.of("press.tamizdat.trust.Sha256"),
                                    "of",
                                    MethodTypeDesc.of(ConstantDescs.CD_void))
                                .return_()));

    assertThat(Doors.broken(caller)).singleElement().asString().contains("trust.Sha256");
  }

  @Test
  void nobodyMayUseTheCommandsButTheProgramItself() {
    assertThat(Doors.broken(fieldOf("press.tamizdat.Other", "press.tamizdat.cli.Commands")))
        .isEmpty();
    assertThat(Doors.broken(fieldOf("press.tamizdat.arrival.X", "press.tamizdat.cli.Commands")))
        .hasSize(1);
    assertThat(Doors.broken(fieldOf("press.tamizdat.cli.X", "press.tamizdat.Tamizdat"))).hasSize(1);
  }

  @Test
  void aTextThatLooksLikeAClassIsNone() {
    byte[] talker =
        ClassFile.of()
            .build(
                ClassDesc.of("press.tamizdat.platform.text.Talker"),
                c ->
                    c.withMethodBody(
                        "talk",
                        ConstantDescs.MTD_void,
                        ClassFile.ACC_STATIC,
                        code -> code.ldc("press/tamizdat/article/Articles").pop().return_()));

    assertThat(Doors.broken(talker)).isEmpty();
  }

  @Test
  void aRoomThatNobodyHasGivenDoorsIsNamed() {
    assertThat(Doors.broken(fieldOf("press.tamizdat.cellar.X", "java.lang.Object")))
        .containsExactly("press.tamizdat.cellar.X is in no room that is known");
  }

  private static byte[] fieldOf(String user, String used) {
    return ClassFile.of().build(ClassDesc.of(user), c -> c.withField("it", ClassDesc.of(used), 0));
  }
}
