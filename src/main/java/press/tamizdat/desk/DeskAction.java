package press.tamizdat.desk;

import press.tamizdat.platform.web.Reply;

/** Something that somebody who is signed in does at the desk. */
@FunctionalInterface
public interface DeskAction {
  Reply act(Visit visit);
}
