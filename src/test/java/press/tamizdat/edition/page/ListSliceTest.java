package press.tamizdat.edition.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.tamizdat.article.published.PublishedCard;

class ListSliceTest {
  @Test
  void everyStoryIsOnSomePageHoweverManyThereAre() {
    for (int total = 0; total < 5 * Pages.LIST; total++) {
      List<PublishedCard> all = Specimen.newestFirst(total);
      Set<PublishedCard> shown = new HashSet<>();
      ListSlice.all(all).forEach(slice -> shown.addAll(slice.cards()));
      assertThat(shown).hasSize(total);
    }
  }

  @Test
  void anOldPageKeepsItsStoriesWhenNewOnesAppear() {
    List<ListSlice> before = ListSlice.all(Specimen.newestFirst(3 * Pages.LIST));
    List<ListSlice> after = ListSlice.all(Specimen.newestFirst(3 * Pages.LIST + 5));
    assertThat(after.get(1).cards()).isEqualTo(before.get(1).cards()).hasSize(Pages.LIST);
    assertThat(after.get(2).cards()).isEqualTo(before.get(2).cards());
    assertThat(after.getFirst().cards().getFirst()).isEqualTo(Specimen.card(3 * Pages.LIST + 5));
  }

  @Test
  void aListOfOnePageHasNoArchive() {
    assertThat(ListSlice.archivePages(Pages.LIST)).isZero();
    assertThat(ListSlice.archivePages(Pages.LIST + 1)).isEqualTo(1);
  }
}
