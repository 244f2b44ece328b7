package io.crmkit.proposals.word.convert;

/** Reads size, resolution and the camera's orientation from the segments of a JPEG file. */
final class JpegHeader {

  private final byte[] b;
  private int dpi = 96;
  private int orientation = 1;

  JpegHeader(byte[] bytes) {
    this.b = bytes;
  }

  ImageInfo read() {
    int at = 2;
    while (at + 4 <= b.length) {
      if (ImageInfo.u8(b, at) != 0xFF) {
        throw ImageInfo.refuse("its segments are damaged");
      }
      int marker = ImageInfo.u8(b, at + 1);
      if (marker == 0xFF) {
        at++;
        continue;
      }
      int length = u16(at + 2);
      if (isFrame(marker)) {
        boolean turned = orientation >= 5;
        return new ImageInfo(
            "image/jpeg", "jpeg", u16(at + 7), u16(at + 5), dpi, turned, rotation());
      }
      if (marker == 0xE0 && length >= 14 && ImageInfo.u8(b, at + 4) == 'J') {
        resolution(at + 4);
      } else if (marker == 0xE1 && length > 16 && ImageInfo.u8(b, at + 4) == 'E') {
        exif(at + 10, at + 2 + length);
      }
      at += 2 + Math.max(2, length);
    }
    throw ImageInfo.refuse("it has no picture size");
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private int rotation() {
    return switch (orientation) {
      case 3, 4 -> 180;
      case 5, 6 -> 90;
      case 7, 8 -> 270;
      default -> 0;
    };
  }

  private void resolution(int at) {
    int unit = ImageInfo.u8(b, at + 7);
    int density = u16(at + 8);
    if (unit == 1) {
      dpi = ImageInfo.plausible(density);
    } else if (unit == 2) {
      dpi = ImageInfo.plausible((int) Math.round(density * 2.54));
    }
  }

  private void exif(int tiff, int end) {
    boolean little = ImageInfo.u8(b, tiff) == 'I';
    int directory = tiff + number(tiff + 4, 4, little);
    if (directory < tiff || directory + 2 > end) {
      return;
    }
    int count = number(directory, 2, little);
    for (int i = 0; i < count && directory + 14 + 12 * i <= end; i++) {
      int entry = directory + 2 + 12 * i;
      if (number(entry, 2, little) == 0x0112) {
        orientation = number(entry + 8, 2, little);
        return;
      }
    }
  }

  private int number(int at, int size, boolean little) {
    int result = 0;
    for (int i = 0; i < size; i++) {
      int digit = ImageInfo.u8(b, at + (little ? size - 1 - i : i));
      result = result << 8 | digit;
    }
    return result;
  }

  private int u16(int at) {
    return ImageInfo.u8(b, at) << 8 | ImageInfo.u8(b, at + 1);
  }
}
