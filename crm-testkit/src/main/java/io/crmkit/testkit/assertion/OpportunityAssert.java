package io.crmkit.testkit.assertion;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.value.Money;
import org.jspecify.annotations.Nullable;

/** Assertions on an opportunity. */
public final class OpportunityAssert extends RecordAssert<OpportunityAssert, Opportunity> {

  /** For {@code CrmAssertions.assertThat}. */
  public OpportunityAssert(@Nullable Opportunity actual) {
    super(actual, OpportunityAssert.class);
  }

  /** It is in the stage with this code. */
  public OpportunityAssert isIn(String wanted) {
    isNotNull();
    return same("stage", wanted, actual.progress().stage());
  }

  /** Its stage means this for the deal. */
  public OpportunityAssert isOf(StageCategory wanted) {
    isNotNull();
    return same("category", wanted, actual.progress().category());
  }

  /** It is this customer's. */
  public OpportunityAssert belongsTo(CustomerId wanted) {
    isNotNull();
    return same("customer", wanted, actual.customer());
  }

  /** This person looks after it. */
  public OpportunityAssert isOwnedBy(String wanted) {
    isNotNull();
    return same("owner", wanted, actual.owner().person());
  }

  /** It is worth this. */
  public OpportunityAssert isWorth(Money wanted) {
    isNotNull();
    return same("amount", wanted, actual.deal().amount());
  }

  @Override
  CustomValues custom() {
    return actual.custom();
  }

  @Override
  String describe() {
    return "the opportunity " + actual.name();
  }
}
