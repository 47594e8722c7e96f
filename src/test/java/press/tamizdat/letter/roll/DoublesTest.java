package press.tamizdat.letter.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.tamizdat.trust.Ids;

class DoublesTest {
  @Test
  void aSecondRowWithAnAddressNamesTheFirst() {
    SecureRandom random = new SecureRandom();
    Doubles doubles = new Doubles(random);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      ids.add(Ids.next(random));
      assertThat(doubles.other("reader" + i + "@ferry.example", ids.get(i))).isEmpty();
    }
    for (int i = 0; i < 5000; i++) {
      String address = "Reader" + i + "@ferry.example";
      assertThat(doubles.other(address, Ids.next(random))).hasValue(ids.get(i));
      assertThat(doubles.other(address, ids.get(i))).isEmpty();
    }
  }
}
