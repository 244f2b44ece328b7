package io.crmkit.testkit.fake;

import io.crmkit.api.customer.PhoneRegion;
import io.crmkit.testkit.TestCrm;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The fake keeps the contract that it stands for. */
class RecordingPhoneRegionTest extends PhoneRegionContract {

  private final RecordingPhoneRegion host = new RecordingPhoneRegion();
  private final Deque<String> countries = new ArrayDeque<>(List.of("DE", "CN"));

  @Override
  protected PhoneRegion port() {
    return host;
  }

  @Override
  protected String given(TestCrm crm) {
    String country = countries.remove();
    host.answer(crm.tenant(), country);
    return country;
  }
}
