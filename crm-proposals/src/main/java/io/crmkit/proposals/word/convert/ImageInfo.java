package io.crmkit.proposals.word.convert;

import io.crmkit.proposals.word.check.WordFormatException;
import java.util.Map;

/**
 * What the first bytes of a picture say; the picture itself is not decoded, so that a hostile one
 * costs nothing.
 *
 * @param contentType media type
 * @param extension file name extension
 * @param width width in pixels
 * @param height height in pixels
 * @param dpi pixels per inch; 96 if the file does not say
 * @param turned whether the camera was held upright, so that width and height change places
 * @param rotation clockwise turn in degrees that the picture needs to be upright
 */
record ImageInfo(
    String contentType,
    String extension,
    int width,
    int height,
    int dpi,
    boolean turned,
    int rotation) {

  private static final int DEFAULT_DPI = 96;
  private static final int MAX_PIXELS_PER_SIDE = 60_000;

  static ImageInfo of(byte[] b) {
    ImageInfo info;
    try {
      if (starts(b, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
        info = png(b);
      } else if (starts(b, 0xFF, 0xD8, 0xFF)) {
        info = new JpegHeader(b).read();
      } else if (starts(b, 'G', 'I', 'F', '8')) {
        info = flat("image/gif", "gif", u8(b, 6) | u8(b, 7) << 8, u8(b, 8) | u8(b, 9) << 8);
      } else {
        throw refuse("not a PNG, JPEG or GIF file");
      }
    } catch (IndexOutOfBoundsException e) {
      throw refuse("the file is cut off");
    }
    if (info.width <= 0
        || info.height <= 0
        || info.width > MAX_PIXELS_PER_SIDE
        || info.height > MAX_PIXELS_PER_SIDE) {
      throw refuse("its size is " + info.width + " by " + info.height + " pixels");
    }
    return info;
  }

  private static ImageInfo png(byte[] b) {
    int dpi = DEFAULT_DPI;
    int at = 8;
    while (at + 8 <= b.length) {
      long length = i32(b, at) & 0xFFFFFFFFL;
      String type = ascii(b, at + 4);
      if (type.equals("pHYs") && u8(b, at + 16) == 1) {
        dpi = plausible((int) Math.round(i32(b, at + 8) * 0.0254));
      }
      if (type.equals("IDAT") || type.equals("IEND")) {
        break;
      }
      at = Math.toIntExact(Math.min(Integer.MAX_VALUE / 2, at + 12 + length));
    }
    return new ImageInfo("image/png", "png", i32(b, 16), i32(b, 20), dpi, false, 0);
  }

  static ImageInfo flat(String type, String extension, int width, int height) {
    return new ImageInfo(type, extension, width, height, DEFAULT_DPI, false, 0);
  }

  static int plausible(int dpi) {
    return dpi < 36 || dpi > 2400 ? DEFAULT_DPI : dpi;
  }

  static WordFormatException refuse(String why) {
    return new WordFormatException(
        WordFormatException.PICTURE, "The picture cannot be embedded", Map.of("why", why));
  }

  private static boolean starts(byte[] b, int... magic) {
    if (b.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (u8(b, i) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static String ascii(byte[] b, int at) {
    return ""
        + (char) u8(b, at)
        + (char) u8(b, at + 1)
        + (char) u8(b, at + 2)
        + (char) u8(b, at + 3);
  }

  static int u8(byte[] b, int at) {
    return b[at] & 0xFF;
  }

  static int i32(byte[] b, int at) {
    return u8(b, at) << 24 | u8(b, at + 1) << 16 | u8(b, at + 2) << 8 | u8(b, at + 3);
  }
}
