package press.tamizdat.desk.house;

import java.util.List;

/** An account, as its owner sees it. */
public record OwnView(String penName, String role, List<Field.Option> languages) {}
