package press.tamizdat.support.pledge;

import java.util.List;
import java.util.Optional;
import press.tamizdat.post.Handled;
import press.tamizdat.post.Handler;
import press.tamizdat.support.till.PracticeTill;
import press.tamizdat.trust.envelope.Envelope;

/**
 * {@code support.practice}: the button on the practice till's page. Fields: {@code link}, and
 * {@code act}, which is {@code pay} or {@code decline}.
 */
public final class TakePractice implements Handler {
  private final SupportRoom room;
  private final PracticeTill till;
  private final Pledges pledges;

  public TakePractice(SupportRoom room, PracticeTill till, Pledges pledges) {
    this.room = room;
    this.till = till;
    this.pledges = pledges;
  }

  @Override
  public Handled handle(Envelope envelope) {
    Optional<Pledge> known =
        room.links().id(ManagePledge.MANAGE, envelope.text("link").strip()).flatMap(pledges::find);
    if (known.isEmpty()) {
      return Words.trouble(room.publication().get().languages().getFirst(), "trouble.link");
    }
    Pledge pledge = known.get();
    if (pledge.state().isOver()) {
      return Words.trouble(pledge.language(), "trouble.over");
    }
    boolean paid = envelope.text("act").equals("pay");
    var _ = pledges.take(till.name(), List.of(till.pressed(pledge.held(), paid, envelope.id())));
    Pledge now = pledges.find(pledge.id()).orElseThrow();
    return Words.pledge(now, room.links().token(ManagePledge.MANAGE, now.id()), Words.sure(now));
  }
}
