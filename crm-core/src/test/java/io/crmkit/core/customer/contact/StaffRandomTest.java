package io.crmkit.core.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.ChangePost;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.HeldPost;
import io.crmkit.api.customer.contact.InfluenceMap;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.core.customer.contact.ContactRules.Staff;
import io.crmkit.core.customer.contact.DepartureRules.Departure;
import io.crmkit.core.spi.rule.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Random careers in one organization, judged by what must hold on every day of them. */
class StaffRandomTest {

  private static final LocalDate START = LocalDate.parse("2024-02-20");
  private static final int DAYS = 20;
  private static final CustomerId ORGANIZATION = new CustomerId(new UUID(1, 1));

  private final Map<ContactId, Contact> staff = new LinkedHashMap<>();

  @Property(tries = 1_500)
  void on_every_day_everyone_who_is_there_is_in_the_map_once_below_somebody_who_is_there(
      @ForAll long seed) {
    staff.clear();
    Random random = new Random(seed);
    for (int step = 0; step < 25; step++) {
      step(random);
    }

    for (int i = -1; i <= DAYS; i++) {
      LocalDate day = START.plusDays(i);
      InfluenceMap map =
          InfluenceRules.map(ORGANIZATION, day, List.copyOf(staff.values()), List.of());
      assertThat(map.nodes())
          .as("a contact on a circle is missing")
          .extracting(InfluenceMap.Node::contact)
          .containsExactlyInAnyOrderElementsOf(
              staff.values().stream()
                  .filter(c -> c.period().contains(day))
                  .map(Contact::id)
                  .toList());
    }
    staff.values().forEach(StaffRandomTest::assertUnbroken);
  }

  /** Posts follow each other without gap or overlap, from the first day to the last. */
  private static void assertUnbroken(Contact contact) {
    List<HeldPost> posts = contact.posts();
    assertThat(posts.get(0).period().from()).isEqualTo(contact.period().from());
    assertThat(posts.get(posts.size() - 1).period().until()).isEqualTo(contact.period().until());
    for (int i = 1; i < posts.size(); i++) {
      assertThat(posts.get(i).period().from()).isEqualTo(posts.get(i - 1).period().until());
    }
    assertThat(posts).noneMatch(p -> p.period().isEmpty());
  }

  private void step(Random random) {
    LocalDate day = START.plusDays(random.nextInt(DAYS));
    Staff known = new Staff(List.copyOf(staff.values()), day, null);
    List<Contact> all = new ArrayList<>(staff.values());
    int kind = all.size() < 3 ? 0 : random.nextInt(5);
    if (kind == 0 && all.size() < 8) {
      CustomerId person = new CustomerId(new UUID(2, random.nextInt(6)));
      AddContact add =
          AddContact.of(person, ORGANIZATION)
              .withSince(random.nextInt(4) == 0 ? null : day)
              .withPost(Post.unknown().withReportsTo(anybody(all, random)));
      ContactId id = new ContactId(new UUID(3, staff.size()));
      keep(ContactRules.add(add, id, known));
    } else if (kind < 4 && !all.isEmpty()) {
      Contact contact = all.get(random.nextInt(all.size()));
      Post post = contact.post().withReportsTo(anybody(all, random));
      keep(ContactRules.changePost(contact, ChangePost.of(contact, post).withSince(day), known));
    } else if (!all.isEmpty()) {
      Contact contact = all.get(random.nextInt(all.size()));
      leave(DepartureRules.leave(contact, day, anybody(all, random), known));
    }
  }

  private static @Nullable ContactId anybody(List<Contact> all, Random random) {
    return all.isEmpty() || random.nextInt(4) == 0
        ? null
        : all.get(random.nextInt(all.size())).id();
  }

  private void keep(Decision<Contact> decision) {
    if (decision instanceof Decision.Accepted<Contact> accepted) {
      staff.put(accepted.state().id(), accepted.state());
    }
  }

  private void leave(Decision<Departure> decision) {
    if (decision instanceof Decision.Accepted<Departure> accepted) {
      staff.put(accepted.state().ended().id(), accepted.state().ended());
      accepted.state().rerouted().forEach(c -> staff.put(c.id(), c));
    }
  }
}
