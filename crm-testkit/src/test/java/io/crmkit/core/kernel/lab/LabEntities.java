package io.crmkit.core.kernel.lab;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Parts;
import io.crmkit.core.spi.storage.Entity;
import java.util.Locale;

/** The declarations of the lab. */
public final class LabEntities {

  /** Derived: the label in lower case. */
  public static final Attribute<Specimen, String> LABEL_FOLDED =
      Attribute.of(Specimen.class, "labelFolded", String.class);

  public static final Attribute<Specimen, String> LABEL =
      Attribute.of(Specimen.class, "label", String.class);

  public static final Attribute<Specimen, Long> TOTAL =
      Attribute.of(Specimen.class, "measures.total", Long.class);

  public static final Attribute<Specimen, String> REMARK =
      Attribute.of(Specimen.class, "extras.remark", String.class);

  public static final Attribute<Specimen, SpecimenId> PARENT =
      Attribute.of(Specimen.class, "links.parent", SpecimenId.class);

  public static final Attribute<Specimen, KeeperId> KEEPER =
      Attribute.of(Specimen.class, "links.keeper", KeeperId.class);

  public static final Parts<Specimen, Sample> SAMPLES =
      new Parts<>(Specimen.class, "samples", Sample.class);

  public static final Attribute<Keeper, String> CITY =
      Attribute.of(Keeper.class, "city", String.class);

  public static final Attribute<Keeper, String> KEEPER_NAME =
      Attribute.of(Keeper.class, "name", String.class);

  public static final Attribute<Tag, String> WORD = Attribute.of(Tag.class, "word", String.class);

  public static final Entity<Specimen> SPECIMENS =
      Entity.of(Specimen.class, "lab.specimen", "crm_lab_specimen")
          .parts("samples", "crm_lab_sample")
          .json("notes")
          .derived(LABEL_FOLDED, s -> s.label().toLowerCase(Locale.ROOT))
          .unique(LabReason.LABEL_TAKEN, "label")
          .unique(LabReason.RANK_TAKEN, "extras.remark", "extras.rank")
          .indexed("links.keeper", "links.parent")
          .personal("label")
          .mentionsPeopleIn("samples.code", "notes")
          .rootOfAccess();

  public static final Entity<Keeper> KEEPERS =
      Entity.of(Keeper.class, "lab.keeper", "crm_lab_keeper").rootOfAccess();

  public static final Entity<Tag> TAGS =
      Entity.of(Tag.class, "lab.tag", "crm_lab_tag")
          .mentionsPeopleIn("word")
          .ownedBy("specimen", Specimen.class);

  public static final Entity<Note> NOTES =
      Entity.of(Note.class, "lab.note", "crm_lab_note")
          .json("saying")
          .indexed("specimen")
          .mentionsPeopleIn("line", "saying")
          .appendOnly()
          .unaudited()
          .ownedBy("specimen", Specimen.class);

  public static final Entity<Sighting> SIGHTINGS =
      Entity.of(Sighting.class, "lab.sighting", "crm_lab_sighting")
          .mentionsPeopleIn("word")
          .appendOnly()
          .reassignable("specimen")
          .ownedBy("specimen", Specimen.class);

  public static final Entity<Rule> RULES =
      Entity.of(Rule.class, "lab.rule", "crm_lab_rule").publicToTenant();

  public static final Entity<LogLine> LOG =
      Entity.of(LogLine.class, "lab.log", "crm_lab_log").appendOnly().unaudited().publicToTenant();

  private LabEntities() {}
}
