package io.crmkit.benchmarks.workloads.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An opportunity. */
@Entity
@Table(name = "crm_opportunity")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class OpportunityRow {

  @EmbeddedId Key key;
  @Version long version;
  String name;

  @Column(name = "customer_id")
  UUID customer;

  @Column(name = "owner_person")
  String person;

  @Column(name = "owner_team")
  @Nullable String team;

  @Column(name = "owner_region")
  @Nullable String region;

  @Column(name = "deal_amount_amount", precision = 19, scale = 4)
  @Nullable BigDecimal amount;

  @Column(name = "deal_amount_currency")
  @Nullable String currency;

  @Column(name = "deal_expected_close")
  @Nullable LocalDate expectedClose;

  @Column(name = "deal_product_id")
  @Nullable UUID product;

  @Column(name = "deal_product_name")
  @Nullable String productName;

  @Column(name = "progress_pipeline_id")
  UUID pipeline;

  @Column(name = "progress_stage")
  String stage;

  @Column(name = "progress_category")
  String category;

  @Column(name = "progress_probability")
  int probability;

  @Column(name = "progress_entered_at")
  Instant enteredAt;

  @Column(name = "progress_changed_at")
  Instant changedAt;

  @Column(name = "progress_closed_on")
  @Nullable LocalDate closedOn;

  @Column(name = "progress_loss_reason")
  @Nullable String lossReason;

  @Column(name = "origin_opened_at")
  Instant openedAt;

  @Column(name = "origin_lead_id")
  @Nullable UUID lead;

  @Column(name = "origin_contact_id")
  @Nullable UUID contact;

  @Column(name = "origin_source")
  @Nullable String source;

  @Column(name = "origin_external_id")
  @Nullable String externalId;

  @JdbcTypeCode(SqlTypes.JSON)
  String answers;

  /** For Hibernate. */
  protected OpportunityRow() {}

  OpportunityRow(Key key) {
    this.key = key;
  }
}
