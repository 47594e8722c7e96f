package press.tamizdat.platform.image;

/** The formats that are read. */
public enum PictureFormat {
  JPEG,
  PNG,
  GIF,
  WEBP
}
