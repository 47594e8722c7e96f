package press.tamizdat.desk.house;

/** A sign-in link, the one time that it is shown. */
public record LinkView(String penName, String address, long minutes) {}
