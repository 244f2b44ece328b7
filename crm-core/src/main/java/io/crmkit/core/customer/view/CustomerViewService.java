package io.crmkit.core.customer.view;

import static io.crmkit.core.customer.contact.ContactEntity.CONTACTS;
import static io.crmkit.core.customer.registry.CustomerEntity.CUSTOMERS;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.PhoneRegion;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.view.CustomerView;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.customer.view.ScreenPop;
import io.crmkit.api.customer.view.Timeline;
import io.crmkit.api.customer.view.TimelineQuestion;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.TimelineSource.Span;
import io.crmkit.api.view.ViewSection;
import io.crmkit.api.view.ViewSource;
import io.crmkit.core.customer.common.Faults;
import io.crmkit.core.customer.registry.PhoneNumbers;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.ReadTx.Gathered;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Asks every module for its part and puts the parts together. */
final class CustomerViewService implements CustomerViews {

  private static final Instant BEGINNING = Instant.parse("0001-01-02T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-30T00:00:00Z");
  private static final int ENTRIES_IN_VIEW = 10;

  private final Work work;
  private final PhoneRegion phoneRegion;

  @Inject
  CustomerViewService(Work work, PhoneRegion phoneRegion) {
    this.work = work;
    this.phoneRegion = phoneRegion;
  }

  @Override
  public Timeline timeline(TimelineQuestion question) {
    Faults faults = new Faults();
    faults.range("limit", question.limit(), 1, TimelineQuestion.MAX_LIMIT);
    faults.moment("from", question.from());
    faults.moment("to", question.to());
    faults.orThrow();
    Span span =
        new Span(
            question.customer(),
            Objects.requireNonNullElse(question.from(), BEGINNING),
            Objects.requireNonNullElse(question.to(), END),
            question.limit());
    return work.read(
        tx -> {
          tx.store(CUSTOMERS).get(question.customer());
          return timeline(tx, span);
        });
  }

  private static Timeline timeline(ReadTx tx, Span span) {
    return TimelineRules.merge(
        tx.gather(TimelineSource.POINT, source -> source.timeline(tx.session(), span)), span);
  }

  @Override
  public CustomerView view(CustomerId customer) {
    return work.read(tx -> view(tx, tx.store(CUSTOMERS).get(customer)));
  }

  private static CustomerView view(ReadTx tx, Customer customer) {
    Gathered<ViewSection> sections =
        tx.gather(ViewSource.POINT, source -> source.sections(tx.session(), customer.id()));
    Span span = new Span(customer.id(), BEGINNING, END, ENTRIES_IN_VIEW);
    return new CustomerView(customer, sections.items(), timeline(tx, span), sections.missing());
  }

  @Override
  public ScreenPop screenPop(String number) {
    Faults faults = new Faults();
    faults.required("number", number, 100);
    faults.orThrow();
    return work.read(
        tx -> {
          String normalized = PhoneNumbers.normalize(number, phoneRegion.of(tx.session()));
          if (normalized.isEmpty()) {
            throw new InvalidInput("number", "has no digit");
          }
          return new CallerSearch(tx, CustomerViewService::view).search(normalized);
        });
  }

  @Override
  public Map<String, Object> mergeFields(CustomerId customer) {
    return work.read(tx -> new MergeFields(tx.session()).of(tx.store(CUSTOMERS).get(customer)));
  }

  @Override
  public Map<String, Object> mergeFields(ContactId contact) {
    return work.read(
        tx -> {
          Contact found = tx.store(CONTACTS).get(contact);
          return new MergeFields(tx.session()).of(found);
        });
  }
}
