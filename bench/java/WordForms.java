import java.util.List;

/**
 * Words in one form, and the article that has another: chosen for what news is about, written down
 * before either index had seen them.
 *
 * @param written as it stands in the article
 * @param asked as an editor types it
 */
record WordForms(String language, String written, String asked) {
  static final List<WordForms> ALL =
      List.of(
          en("The miners were not paid", "miner"),
          en("Three bridges closed", "bridge closing"),
          en("The governor resigned", "resigning governors"),
          en("Prices are rising", "price rise"),
          en("He refused to testify", "refusing"),
          en("The mayor’s cousin", "mayor"),
          en("They ran the station", "running"),
          en("Women left the city", "woman"),
          en("Inspectors inspected the dam", "inspection"),
          en("Libraries without books", "library book"),
          en("Judges cancelled the verdict", "judge cancel verdicts"),
          en("Investigation of the bank", "investigating banks"),
          ru("Шахтёрам не заплатили", "шахтер"),
          ru("Закрыли три моста", "мост"),
          ru("Губернатор подал в отставку", "отставка губернатора"),
          ru("Цены растут на рынках", "цена рынок"),
          ru("Он отказался давать показания", "отказаться показание"),
          ru("Двоюродный брат мэра", "мэр"),
          ru("Уровень воды упал", "уровня"),
          ru("Жители требуют встречи с судьёй", "житель встреча судья"),
          ru("Проверка не нашла нарушений", "нарушение проверки"),
          ru("Покупок стало меньше", "покупка"),
          ru("Расследование о банке", "расследования банки"),
          ru("Подростка задержали на площади", "подросток"),
          ru("Списки погибших", "список погибшие"),
          ru("Учителя увольняются", "учитель уволился"),
          ru("Река обмелела", "реки"),
          ru("Людям не дали воды", "человек"));

  private static WordForms en(String written, String asked) {
    return new WordForms("en", written, asked);
  }

  private static WordForms ru(String written, String asked) {
    return new WordForms("ru", written, asked);
  }
}
