package press.tamizdat.post;

import press.tamizdat.trust.envelope.Envelope;

/** Does what envelopes of one kind ask for. May be given the same one twice, by its id. */
public interface Handler {
  Handled handle(Envelope envelope);
}
