package press.tamizdat.platform.web;

/** Answers a request. */
@FunctionalInterface
public interface Action {
  Reply act(Call call);
}
