package press.tamizdat.support.pledge;

import press.tamizdat.post.Handled;
import press.tamizdat.post.Handler;
import press.tamizdat.support.till.Hook;
import press.tamizdat.support.till.Till;
import press.tamizdat.trust.envelope.Envelope;

/** {@code support.hook.<till>}: a provider tells what happened. */
public final class TakeHook implements Handler {
  private final Till till;
  private final Pledges pledges;

  public TakeHook(Till till, Pledges pledges) {
    this.till = till;
    this.pledges = pledges;
  }

  @Override
  public Handled handle(Envelope envelope) {
    Till.Heard heard = till.hear(new Hook(envelope.at(), envelope.headers(), envelope.body()));
    return switch (heard) {
      case Till.Heard.Events(var events) -> {
        var _ = pledges.take(till.name(), events);
        yield Handled.done();
      }
      case Till.Heard.Forged(String why) ->
          new Handled.Refused(
              "a message to the till " + till.name() + " is not its provider's: " + why);
      case Till.Heard.Later(Till.Failure(var kind, String detail)) ->
          new Handled.Later(
              "the till " + till.name() + " could not be asked: " + kind + ", " + detail);
    };
  }
}
