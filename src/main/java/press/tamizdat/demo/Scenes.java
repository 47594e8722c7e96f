package press.tamizdat.demo;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Every picture of the demonstration publication, by name. */
public final class Scenes {
  /** In pixels: three to two, as newspapers like it. */
  public static final int WIDTH = 1600;

  public static final int HEIGHT = 1067;

  private interface Painting {
    void on(Canvas canvas);
  }

  private enum Scene {
    FERRY_CROSSING(River::ferryCrossing),
    HARBOUR_CRANES(River::harbourCranes),
    COURTROOM(Power::courtroom),
    PRISON_GATE(Power::prisonGate),
    ASSEMBLY_BUILDING(Power::assemblyBuilding),
    BALLOT_BOX(Power::ballotBox),
    APARTMENT_BLOCKS(Streets::apartmentBlocks),
    KITCHEN_WINDOW(Rooms::kitchenWindow),
    MARKET_STALL(Streets::marketStall),
    BREAD_AND_COINS(Things::breadAndCoins),
    HOSPITAL_CORRIDOR(Rooms::hospitalCorridor),
    SCHOOL_DESK(Rooms::schoolDesk),
    TRAM_STOP(Streets::tramStop),
    RAILWAY_BRIDGE(River::railwayBridge),
    RIVER_FLOOD(River::riverFlood),
    DRY_RESERVOIR(Country::dryReservoir),
    PINE_FOREST(Country::pineForest),
    MINE_TOWER(Country::mineTower),
    FACTORY_CHIMNEYS(Country::factoryChimneys),
    SERVER_RACKS(Rooms::serverRacks),
    PHONE_IN_HAND(Things::phoneInHand),
    RADIO_MAST(Country::radioMast),
    NEWSPAPER_STACK(Things::newspaperStack),
    TYPEWRITER(Things::typewriter),
    SUITCASE_AT_STATION(Rooms::suitcaseAtStation),
    BORDER_ROAD(Country::borderRoad),
    LIGHTHOUSE(River::lighthouse),
    THEATRE_CURTAIN(Power::theatreCurtain),
    BOOKSHELF(Rooms::bookshelf),
    SNOW_VILLAGE(Country::snowVillage),
    PORTRAIT_WOMAN(Portraits::woman),
    PORTRAIT_MAN(Portraits::man),
    PORTRAIT_OLD_WOMAN(Portraits::oldWoman),
    UMBRELLAS(Streets::umbrellas),
    NIGHT_STREET(Streets::nightStreet),
    FISHING_BOATS(River::fishingBoats);

    private final Painting painting;

    Scene(Painting painting) {
      this.painting = painting;
    }

    String title() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private Scenes() {}

  /** The names that {@link #draw} knows. */
  public static List<String> names() {
    return Arrays.stream(Scene.values()).map(Scene::title).toList();
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
        Arrays.stream(Scene.values())
            .filter(s -> s.title().equals(name))
            .findAny()
            .orElseThrow(
                () -> new IllegalArgumentException("no scene " + name + "; there are " + names()));
    Canvas canvas = new Canvas(new Random(seed).nextLong() ^ scene.title().hashCode());
    scene.painting.on(canvas);
    canvas.done(new Random(seed).nextBoolean());
    return canvas.image;
  }
}
