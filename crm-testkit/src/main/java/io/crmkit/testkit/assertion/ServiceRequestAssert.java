package io.crmkit.testkit.assertion;

import io.crmkit.api.service.Priority;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.ServiceRequest;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a service request. */
public final class ServiceRequestAssert
    extends AbstractAssert<ServiceRequestAssert, ServiceRequest> {

  /** For {@code CrmAssertions.assertThat}. */
  public ServiceRequestAssert(@Nullable ServiceRequest actual) {
    super(actual, ServiceRequestAssert.class);
  }

  /** It has come so far. */
  public ServiceRequestAssert is(RequestStatus wanted) {
    isNotNull();
    var found = actual.state().status();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the status <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** It is so urgent. */
  public ServiceRequestAssert hasPriority(Priority wanted) {
    isNotNull();
    var found = actual.state().triage().priority();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the priority <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** This person works on it. */
  public ServiceRequestAssert isAssignedTo(String wanted) {
    isNotNull();
    var found = actual.state().assignee();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the assignee <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  private String describe() {
    return "the request " + actual.number();
  }
}
