package io.crmkit.benchmarks.workloads.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an opportunity stood from a moment on. */
@Entity
@Table(name = "crm_opportunity_change")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class ChangeRow {

  @EmbeddedId Key key;
  long version;

  @Column(name = "opportunity_id")
  UUID opportunity;

  String kind;

  @Column(name = "standing_pipeline_id")
  UUID pipeline;

  @Column(name = "standing_stage")
  String stage;

  @Column(name = "standing_category")
  String category;

  @Column(name = "standing_probability")
  int probability;

  @Column(name = "standing_amount_amount", precision = 19, scale = 4)
  @Nullable BigDecimal amount;

  @Column(name = "standing_amount_currency")
  @Nullable String currency;

  @Column(name = "standing_expected_close")
  @Nullable LocalDate expectedClose;

  @Column(name = "standing_owner")
  String owner;

  @Column(name = "occurred_at")
  Instant occurredAt;

  @Column(name = "recorded_at")
  Instant recordedAt;

  String actor;

  /** For Hibernate. */
  protected ChangeRow() {}

  /** The opportunity as it stands now. */
  ChangeRow(Key key, String kind, OpportunityRow of) {
    this.key = key;
    this.version = 1;
    this.kind = kind;
    this.opportunity = of.key.id();
    this.pipeline = of.pipeline;
    this.stage = of.stage;
    this.category = of.category;
    this.probability = of.probability;
    this.amount = of.amount;
    this.currency = of.currency;
    this.expectedClose = of.expectedClose;
    this.owner = of.person;
    this.occurredAt = of.changedAt;
    this.recordedAt = of.changedAt;
    this.actor = of.person;
  }
}
