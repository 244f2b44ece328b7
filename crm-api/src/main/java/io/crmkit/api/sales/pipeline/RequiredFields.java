package io.crmkit.api.sales.pipeline;

import java.util.Set;

/** The fields of an opportunity that a stage may require. */
public final class RequiredFields {

  public static final String AMOUNT = "amount";
  public static final String EXPECTED_CLOSE = "expectedClose";
  public static final String CUSTOMER = "customer";
  public static final String CONTACT = "contact";
  public static final String PRODUCT = "product";
  public static final String TEAM = "team";
  public static final String REGION = "region";

  /** Followed by the name of an answer, such as {@code "answers.floor-space"}. */
  public static final String ANSWERS = "answers.";

  /** All but the answers. */
  public static final Set<String> ALL =
      Set.of(AMOUNT, EXPECTED_CLOSE, CUSTOMER, CONTACT, PRODUCT, TEAM, REGION);

  private RequiredFields() {}
}
