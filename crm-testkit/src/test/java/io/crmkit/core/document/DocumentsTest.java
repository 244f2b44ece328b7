package io.crmkit.core.document;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.document.DocumentAttributes;
import io.crmkit.api.document.DocumentReason;
import io.crmkit.api.document.Documents;
import io.crmkit.api.document.NewDocument;
import io.crmkit.api.document.StoredDocument;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Files come back as they went in, are kept once, and never come in under a false flag. */
@WithSetup(SmallLimit.class)
class DocumentsTest {

  private static final NewDocument BLOB = new NewDocument("data.bin", "application/octet-stream");

  @OnEveryStorage
  void a_file_comes_back_byte_for_byte(TestCrm crm) {
    for (int size :
        new int[] {
          0, 1, Chunk.SIZE - 1, Chunk.SIZE, Chunk.SIZE + 1, Spool.IN_MEMORY + 7, 2_500_000
        }) {
      byte[] content = bytes(size, size);

      StoredDocument stored = store(crm, content);

      assertThat(stored.size()).isEqualTo(size);
      assertThat(stored.storedAt()).isEqualTo(crm.clock().instant());
      assertThat(crm.get(Documents.class).get(stored.id())).isEqualTo(stored);
      assertThat(content(crm, stored)).isEqualTo(content);
    }
  }

  @OnEveryStorage
  void the_digest_is_the_one_that_everybody_computes(TestCrm crm) {
    StoredDocument stored = store(crm, "abc".getBytes(UTF_8));

    assertThat(stored.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @OnEveryStorage
  void reading_hands_over_no_more_than_a_piece_at_a_time(TestCrm crm) {
    StoredDocument stored = store(crm, bytes(1, 1_000_000));
    List<Integer> writes = new ArrayList<>();

    crm.get(Documents.class)
        .copyTo(
            stored.id(),
            new OutputStream() {
              @Override
              public void write(int b) {
                writes.add(1);
              }

              @Override
              public void write(byte[] b, int offset, int length) {
                writes.add(length);
              }
            });

    assertThat(writes).hasSize(4).allMatch(length -> length <= Chunk.SIZE);
  }

  @OnEveryStorage
  void equal_contents_are_kept_once_under_each_name(TestCrm crm) {
    byte[] content = bytes(7, 600_000);

    StoredDocument one = store(crm, content);
    StoredDocument two =
        crm.get(Documents.class)
            .store(new NewDocument("other.bin", "application/octet-stream"), in(content));

    assertThat(two.id()).isNotEqualTo(one.id());
    assertThat(content(crm, two)).isEqualTo(content);
    assertThat(rows(crm, "content")).isEqualTo(1);
    assertThat(rows(crm, "chunk")).isEqualTo(3);
  }

  @OnEveryStorage
  void equal_uploads_at_once_keep_one_content(TestCrm crm) {
    byte[] content = bytes(8, 700_000);

    List<StoredDocument> stored = Race.of(4, i -> store(crm, content)).allWon();

    assertThat(stored).extracting(StoredDocument::id).doesNotHaveDuplicates();
    assertThat(rows(crm, "content")).isEqualTo(1);
    for (StoredDocument document : stored) {
      assertThat(content(crm, document)).isEqualTo(content);
    }
  }

  @OnEveryStorage
  void tenants_share_nothing(TestCrm crm) {
    byte[] content = bytes(9, 1_000);
    TestCrm other = crm.otherTenant();
    StoredDocument theirs = store(other, content);
    Fingerprint before = other.fingerprint();

    StoredDocument ours = store(crm, content);

    assertThat(rows(crm, "content")).isEqualTo(1);
    assertThat(content(crm, ours)).isEqualTo(content);
    assertThatThrownBy(() -> content(other, ours)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> content(crm, theirs)).isInstanceOf(NotFound.class);
    assertThat(other.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void a_file_beyond_the_limit_is_refused_before_it_is_read_to_its_end(TestCrm crm) {
    Fingerprint before = crm.fingerprint();
    Endless endless = new Endless();

    List<Reason> reasons =
        assertRefused(
            () -> crm.get(Documents.class).store(BLOB, endless), DocumentReason.TOO_LARGE);

    assertThat(reasons.get(0).details())
        .containsEntry("name", "data.bin")
        .containsEntry("limit", "" + SmallLimit.LIMIT);
    assertThat(endless.read).isLessThan(SmallLimit.LIMIT + 200_000L);
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void a_file_of_exactly_the_limit_is_taken(TestCrm crm) {
    assertThat(store(crm, new byte[SmallLimit.LIMIT]).size()).isEqualTo(SmallLimit.LIMIT);
    assertRefused(() -> store(crm, new byte[SmallLimit.LIMIT + 1]), DocumentReason.TOO_LARGE);
  }

  @OnEveryStorage
  void a_stream_that_breaks_leaves_nothing_behind(TestCrm crm) {
    Fingerprint before = crm.fingerprint();
    InputStream broken =
        new InputStream() {
          private int left = Spool.IN_MEMORY + 10;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("the line is dead");
            }
            return 1;
          }
        };

    assertThatThrownBy(() -> crm.get(Documents.class).store(BLOB, broken))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void a_file_under_a_false_flag_is_refused(TestCrm crm) {
    assertRefused(
        () ->
            crm.get(Documents.class)
                .store(new NewDocument("logo.png", "image/png"), in("MZ".getBytes(UTF_8))),
        DocumentReason.CONTENT_MISMATCH);
  }

  @OnEveryStorage
  void every_fault_of_name_and_media_type_is_told(TestCrm crm) {
    assertInvalid(
        () ->
            crm.get(Documents.class)
                .store(new NewDocument("../../etc/passwd", "text"), in(new byte[0])),
        "name",
        "mediaType");
  }

  @OnEveryStorage
  void the_same_key_with_the_same_content_stores_once(TestCrm crm) {
    Documents once = crm.session().once("upload-1").get(Documents.class);

    StoredDocument first = once.store(BLOB, in(bytes(1, 100)));
    StoredDocument again = once.store(BLOB, in(bytes(1, 100)));

    assertThat(again).isEqualTo(first);
    assertThatThrownBy(() -> once.store(BLOB, in(bytes(2, 100)))).isInstanceOf(Refused.class);
    assertThat(rows(crm, "document")).isEqualTo(1);
  }

  @OnEveryStorage
  void a_transaction_that_fails_takes_its_files_with_it(TestCrm crm) {
    Fingerprint before = crm.fingerprint();

    assertThatThrownBy(
            () ->
                crm.session()
                    .transaction(
                        session -> {
                          StoredDocument stored =
                              session.get(Documents.class).store(BLOB, in(bytes(3, 300_000)));
                          ByteArrayOutputStream seen = new ByteArrayOutputStream();
                          session.get(Documents.class).copyTo(stored.id(), seen);
                          assertThat(seen.size()).isEqualTo(300_000);
                          throw new IllegalStateException("changed my mind");
                        }))
        .hasMessage("changed my mind");

    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void what_one_may_not_see_one_may_not_read_even_if_one_has_the_same_content(TestCrm crm) {
    byte[] content = bytes(4, 500);
    StoredDocument secret =
        crm.get(Documents.class)
            .store(new NewDocument("secret.bin", "application/octet-stream"), in(content));
    crm.policy(
        request ->
            request.operation() == Operation.READ && request.entity() == StoredDocument.class
                ? Access.only(DocumentAttributes.NAME.eq("data.bin"))
                : Access.allow());

    StoredDocument own = store(crm, content);

    assertThat(content(crm, own)).isEqualTo(content);
    assertThatThrownBy(() -> content(crm, secret)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> crm.get(Documents.class).get(secret.id()))
        .isInstanceOf(NotFound.class);
  }

  @OnEveryStorage
  void the_audit_tells_of_the_file_and_not_of_its_pieces(TestCrm crm) {
    StoredDocument stored = store(crm, bytes(5, 600_000));

    List<AuditEntry> trail =
        crm.get(AuditLog.class).historyOf(EntityRef.of("documents.document", stored.id()));

    assertThat(trail).hasSize(1);
    assertThat(trail.get(0).operation()).isEqualTo(AuditEntry.Operation.CREATED);
    assertThat(rows(crm, "chunk")).isEqualTo(3);
  }

  private static StoredDocument store(TestCrm crm, byte[] content) {
    return crm.get(Documents.class).store(BLOB, in(content));
  }

  private static InputStream in(byte[] content) {
    return new ByteArrayInputStream(content);
  }

  private static byte[] content(TestCrm crm, StoredDocument document) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    crm.get(Documents.class).copyTo(document.id(), content);
    return content.toByteArray();
  }

  private static byte[] bytes(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** How many rows there are of an entity of the store, called by its table or by its name. */
  private static int rows(TestCrm crm, String entity) {
    String table = entity.equals("document") ? "crm_document" : "crm_document_" + entity;
    return crm.fingerprint().rows().entrySet().stream()
        .filter(e -> e.getKey().equals(table) || e.getKey().equals("documents." + entity))
        .mapToInt(e -> e.getValue().size())
        .sum();
  }

  /** A stream without end. */
  private static final class Endless extends InputStream {
    long read;

    @Override
    public int read() {
      read++;
      return 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      read += length;
      return length;
    }
  }
}
