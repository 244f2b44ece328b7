package io.crmkit.testkit.assertion;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.value.Money;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on an opportunity. */
public final class OpportunityAssert extends AbstractAssert<OpportunityAssert, Opportunity> {

  /** For {@code CrmAssertions.assertThat}. */
  public OpportunityAssert(@Nullable Opportunity actual) {
    super(actual, OpportunityAssert.class);
  }

  /** It is in the stage with this code. */
  public OpportunityAssert isIn(String wanted) {
    isNotNull();
    var found = actual.progress().stage();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the stage <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** Its stage means this for the deal. */
  public OpportunityAssert isOf(StageCategory wanted) {
    isNotNull();
    var found = actual.progress().category();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the category <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** It is this customer's. */
  public OpportunityAssert belongsTo(CustomerId wanted) {
    isNotNull();
    var found = actual.customer();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the customer <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** This person looks after it. */
  public OpportunityAssert isOwnedBy(String wanted) {
    isNotNull();
    var found = actual.owner().person();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the owner <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** It is worth this. */
  public OpportunityAssert isWorth(Money wanted) {
    isNotNull();
    var found = actual.deal().amount();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the amount <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  private String describe() {
    return "the opportunity " + actual.name();
  }
}
