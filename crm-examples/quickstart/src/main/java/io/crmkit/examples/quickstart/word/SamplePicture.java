package io.crmkit.examples.quickstart.word;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A floor plan of the X-ray room, drawn with shapes alone: machines without a screen may have no
 * fonts.
 */
public final class SamplePicture {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 540;
  private static final Color WALL = new Color(0x2F3B4C);
  private static final Color FLOOR = new Color(0xF4F6F9);
  private static final Color DEVICE = new Color(0x2E75B6);
  private static final Color SOFT = new Color(0x9DC3E6);
  private static final Color BEAM = new Color(0xFFE08A);

  private SamplePicture() {}

  /** The plan as a PNG file. */
  public static byte[] png() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    rooms(g);
    xray(g);
    controlRoom(g);
    g.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void rooms(Graphics2D g) {
    g.setColor(FLOOR);
    g.fillRect(40, 40, 880, 460);
    g.setColor(WALL);
    g.setStroke(new BasicStroke(14));
    g.drawRect(40, 40, 880, 460);
    g.drawLine(640, 40, 640, 330);
    g.drawLine(640, 440, 640, 500);
    g.setColor(SOFT);
    g.setStroke(new BasicStroke(8));
    g.drawLine(640, 120, 640, 230); // the window of lead glass
    g.setColor(FLOOR);
    g.setStroke(new BasicStroke(16));
    g.drawLine(180, 500, 280, 500); // the door
  }

  private static void xray(Graphics2D g) {
    g.setColor(BEAM);
    g.fillPolygon(new Polygon(new int[] {340, 240, 440}, new int[] {130, 300, 300}, 3));
    g.setColor(SOFT);
    g.fillRoundRect(150, 300, 380, 90, 30, 30); // the table
    g.setColor(DEVICE);
    g.fillRect(240, 318, 200, 16); // the detector
    g.fillRoundRect(290, 84, 100, 56, 16, 16); // the tube
    g.setStroke(new BasicStroke(10));
    g.drawLine(70, 112, 290, 112); // its arm
    g.fillRect(560, 80, 50, 110); // the generator
    g.drawLine(390, 112, 560, 112); // the cable
  }

  private static void controlRoom(Graphics2D g) {
    g.setColor(SOFT);
    g.fillRect(690, 130, 60, 220); // the desk
    g.setColor(DEVICE);
    g.fillRect(700, 150, 14, 70); // two workstations
    g.fillRect(700, 260, 14, 70);
    g.setColor(WALL);
    g.fillOval(775, 165, 40, 40);
    g.fillOval(775, 275, 40, 40);
  }
}
