package press.tamizdat.desk.numbers;

import java.time.LocalDate;

/** How often something was read on one day (UTC). */
public record DayReads(LocalDate day, long reads) {}
