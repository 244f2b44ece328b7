package io.crmkit.proposals.word.convert;

import io.crmkit.api.document.content.Picture;
import io.crmkit.proposals.word.copy.IdBook.Space;
import io.crmkit.proposals.word.copy.MergeTarget;
import io.crmkit.proposals.word.opc.PackageBuilder;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.RunText;

/** Writes pictures, no larger than the text area of a page. */
final class PictureWriter {

  private static final int EMU_PER_INCH = 914_400;
  private static final int EMU_PER_TWIP = 635;

  private final WriteContext context;

  PictureWriter(WriteContext context) {
    this.context = context;
  }

  Element paragraph(Picture picture) {
    byte[] data = picture.data();
    ImageInfo info = ImageInfo.of(data);
    Element p = Element.word("p");
    Element pPr = Element.word("pPr");
    if (!picture.caption().isBlank()) {
      pPr.add(Element.word("keepNext"));
    }
    pPr.add(Element.wVal("jc", "center"));
    p.add(pPr);
    p.add(Element.word("r", Element.word("drawing", inline(picture, info, relate(data, info)))));
    return p;
  }

  private String relate(byte[] data, ImageInfo info) {
    PackageBuilder pack = context.target().pack();
    String name = pack.find(info.contentType(), data);
    if (name == null) {
      name = pack.freeName("word/media/image1." + info.extension());
      pack.put(name, info.contentType(), data);
    }
    return pack.relate(MergeTarget.DOCUMENT, Relationship.IMAGE, name, false);
  }

  private Element inline(Picture picture, ImageInfo info, String relationship) {
    long width = (long) info.width() * EMU_PER_INCH / info.dpi();
    long height = (long) info.height() * EMU_PER_INCH / info.dpi();
    long maxWidth = (long) context.textWidth() * EMU_PER_TWIP;
    // room for the caption, so that both stay on one page
    long maxHeight = (long) context.textHeight() * EMU_PER_TWIP * 85 / 100;
    long seenWidth = info.turned() ? height : width;
    long seenHeight = info.turned() ? width : height;
    double scale =
        Math.min(1.0, Math.min(maxWidth / (double) seenWidth, maxHeight / (double) seenHeight));
    String cx = "" + Math.max(1, Math.round(width * scale));
    String cy = "" + Math.max(1, Math.round(height * scale));
    String seenX = info.turned() ? cy : cx;
    String seenY = info.turned() ? cx : cy;
    String id = context.target().ids().claim(Space.DRAWING, "");
    String alternative =
        RunText.clean(picture.alternative().isBlank() ? picture.caption() : picture.alternative());
    Element inline = wp("inline");
    for (String side : new String[] {"distT", "distB", "distL", "distR"}) {
      inline.plain(side, "0");
    }
    inline.add(wp("extent").plain("cx", seenX).plain("cy", seenY));
    inline.add(
        wp("docPr").plain("id", id).plain("name", "Picture " + id).plain("descr", alternative));
    inline.add(
        wp("cNvGraphicFramePr")
            .add(Element.of(Ns.A, "graphicFrameLocks").plain("noChangeAspect", "1")));
    Element data = Element.of(Ns.A, "graphicData").plain("uri", Ns.PIC);
    data.add(pic(info, relationship, cx, cy, id));
    inline.add(Element.of(Ns.A, "graphic").add(data));
    return inline;
  }

  private static Element pic(ImageInfo info, String relationship, String cx, String cy, String id) {
    Element properties = Element.of(Ns.PIC, "nvPicPr");
    properties.add(
        Element.of(Ns.PIC, "cNvPr").plain("id", id).plain("name", "image." + info.extension()));
    properties.add(Element.of(Ns.PIC, "cNvPicPr"));
    Element fill = Element.of(Ns.PIC, "blipFill");
    fill.add(Element.of(Ns.A, "blip").set(Ns.R, "embed", relationship));
    fill.add(Element.of(Ns.A, "stretch").add(Element.of(Ns.A, "fillRect")));
    Element transform = Element.of(Ns.A, "xfrm");
    if (info.rotation() != 0) {
      transform.plain("rot", "" + info.rotation() * 60_000);
    }
    transform.add(Element.of(Ns.A, "off").plain("x", "0").plain("y", "0"));
    transform.add(Element.of(Ns.A, "ext").plain("cx", cx).plain("cy", cy));
    Element shape = Element.of(Ns.PIC, "spPr").add(transform);
    shape.add(Element.of(Ns.A, "prstGeom").plain("prst", "rect").add(Element.of(Ns.A, "avLst")));
    return Element.of(Ns.PIC, "pic").add(properties).add(fill).add(shape);
  }

  private static Element wp(String local) {
    return Element.of(Ns.WP, local);
  }
}
