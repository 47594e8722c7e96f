package press.tamizdat.demo;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Every picture of the demonstration publication, by name. */
public final class Scenes {
  /** In pixels: three to two, as newspapers like it. */
  public static final int WIDTH = 1600;

  public static final int HEIGHT = 1067;

  private record Scene(String name, Consumer<Canvas> painting) {}

  private static final List<Scene> ALL =
      List.of(
          new Scene("ferry-crossing", River::ferryCrossing),
          new Scene("harbour-cranes", Harbour::harbourCranes),
          new Scene("courtroom", Courts::courtroom),
          new Scene("prison-gate", Courts::prisonGate),
          new Scene("assembly-building", Power::assemblyBuilding),
          new Scene("ballot-box", Power::ballotBox),
          new Scene("apartment-blocks", Streets::apartmentBlocks),
          new Scene("kitchen-window", Home::kitchenWindow),
          new Scene("market-stall", Pavements::marketStall),
          new Scene("bread-and-coins", Things::breadAndCoins),
          new Scene("hospital-corridor", Rooms::hospitalCorridor),
          new Scene("school-desk", Rooms::schoolDesk),
          new Scene("tram-stop", Streets::tramStop),
          new Scene("railway-bridge", Landmarks::railwayBridge),
          new Scene("river-flood", River::riverFlood),
          new Scene("dry-reservoir", Country::dryReservoir),
          new Scene("pine-forest", Woods::pineForest),
          new Scene("mine-tower", Industry::mineTower),
          new Scene("factory-chimneys", Industry::factoryChimneys),
          new Scene("server-racks", Halls::serverRacks),
          new Scene("phone-in-hand", Things::phoneInHand),
          new Scene("radio-mast", Industry::radioMast),
          new Scene("newspaper-stack", Papers::newspaperStack),
          new Scene("typewriter", Papers::typewriter),
          new Scene("suitcase-at-station", Halls::suitcaseAtStation),
          new Scene("border-road", Country::borderRoad),
          new Scene("lighthouse", Landmarks::lighthouse),
          new Scene("theatre-curtain", Power::theatreCurtain),
          new Scene("bookshelf", Home::bookshelf),
          new Scene("snow-village", Woods::snowVillage),
          new Scene("portrait-woman", Portraits::woman),
          new Scene("portrait-man", Portraits::man),
          new Scene("portrait-old-woman", Portraits::oldWoman),
          new Scene("umbrellas", Pavements::umbrellas),
          new Scene("night-street", Pavements::nightStreet),
          new Scene("fishing-boats", Harbour::fishingBoats));

  private Scenes() {}

  /** The names that {@link #draw} knows. */
  public static List<String> names() {
    return ALL.stream().map(Scene::name).toList();
  }

  /**
   * A scene, screened: {@link #WIDTH} by {@link #HEIGHT}, the same for the same seed. The seed
   * decides the weather, what stands where, and from which side the light comes.
   *
   * @throws IllegalArgumentException if there is no such scene
   */
  public static BufferedImage draw(String name, long seed) {
    return Halftone.screen(painted(name, seed), WIDTH, HEIGHT);
  }

  /** The painting before it is screened. */
  static BufferedImage painted(String name, long seed) {
    Scene scene =
        ALL.stream()
            .filter(s -> s.name().equals(name))
            .findAny()
            .orElseThrow(
                () -> new IllegalArgumentException("no scene " + name + "; there are " + names()));
    // Neighbouring seeds must not share their weather or their side of the light.
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + name.hashCode());
    Canvas canvas = new Canvas(random.nextLong());
    scene.painting().accept(canvas);
    canvas.done(random.nextBoolean());
    return canvas.image;
  }
}
