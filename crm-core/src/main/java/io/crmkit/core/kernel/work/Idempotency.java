package io.crmkit.core.kernel.work;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.core.kernel.json.Json;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.UsedKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Does a command at most once under a key. The answer to a repetition is the record that the first
 * call made, as it stands now and as the caller may see it; answers that are no record are kept as
 * JSON, for the actor who made them.
 */
final class Idempotency {

  private final Scope scope;
  private final String key;

  Idempotency(Scope scope, String key) {
    this.scope = scope;
    this.key = key;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // a command that answered null answers null again
  <R> R once(String command, Object input, Supplier<R> body) {
    scope.lockNamesAhead("idempotency", List.of(key));
    String fingerprint = hash(command + "\n" + Json.write(input) + given());
    KeptAnswer answers = new KeptAnswer(scope);
    UsedKey used = scope.raw(KernelEntities.USED_KEYS, KernelId.named(key));
    if (used != null) {
      requireSame(used, fingerprint);
      return (R) answers.give(used.answer());
    }
    R result = body.get();
    if (!KeptAnswer.canKeep(result)) {
      throw new InvalidInput(
          "key", "the command " + command + " cannot be done under a key: its answer is no record");
    }
    scope.insertRaw(
        KernelEntities.USED_KEYS,
        new UsedKey(
            KernelId.named(key),
            1,
            command,
            fingerprint,
            answers.keep(result),
            scope.now(),
            scope.session().actor().id()));
    return result;
  }

  private void requireSame(UsedKey used, String fingerprint) {
    if (!used.fingerprint().equals(fingerprint)) {
      throw Refused.because(Reason.of(KernelReason.IDEMPOTENCY_KEY_REUSED).with("key", key));
    }
    String actor = scope.session().actor().id();
    boolean mine = used.actor() == null || used.actor().equals(actor);
    if (!mine && !KeptAnswer.isGuarded(used.answer())) {
      throw Refused.because(Reason.of(KernelReason.IDEMPOTENCY_KEY_OF_ANOTHER).with("key", key));
    }
  }

  /** Other values in custom fields make it another command. */
  private String given() {
    Map<String, Map<String, String>> given = new TreeMap<>();
    scope
        .sessionImpl()
        .context()
        .custom()
        .forEach((entity, values) -> given.put(entity.getName(), values.texts()));
    return given.isEmpty() ? "" : "\n" + Json.write(given);
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
