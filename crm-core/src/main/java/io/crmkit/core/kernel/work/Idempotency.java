package io.crmkit.core.kernel.work;

import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.core.kernel.json.Json;
import io.crmkit.core.kernel.json.RawJson;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.work.KernelEntities.Answer;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.UsedKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does a command at most once under a key. The answer to a repetition is the record that the first
 * call made, as it stands now and as the caller may see it; answers that are no record are kept as
 * JSON.
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
    String fingerprint = hash(command + "\n" + Json.write(input));
    UsedKey used = scope.raw(KernelEntities.USED_KEYS, KernelId.named(key));
    if (used != null) {
      if (!used.fingerprint().equals(fingerprint)) {
        throw Refused.because(Reason.of(KernelReason.IDEMPOTENCY_KEY_REUSED).with("key", key));
      }
      return (R) answerOf(used.answer());
    }
    R result = body.get();
    if (result != null && !(result instanceof Record || result instanceof String)) {
      throw new IllegalStateException(
          "the command " + command + " cannot be done under a key: its answer is no record");
    }
    scope.insertRaw(
        KernelEntities.USED_KEYS,
        new UsedKey(KernelId.named(key), 1, command, fingerprint, answer(result), scope.now()));
    return result;
  }

  private @Nullable Object answerOf(Answer answer) {
    if (answer.entity() != null) {
      EntityModel<?> model = scope.kernel().models().named(answer.entity());
      if (model == null) {
        throw new IllegalStateException("no module provides the entity " + answer.entity());
      }
      return scope.store(model.entity()).get(new KernelId(Objects.requireNonNull(answer.record())));
    }
    if (answer.type() == null || answer.document() == null) {
      return null;
    }
    try {
      return answer
          .document()
          .as(Class.forName(answer.type(), true, scope.kernel().getClass().getClassLoader()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the answer's class is gone: " + answer.type(), e);
    }
  }

  private Answer answer(@Nullable Object result) {
    if (result == null) {
      return new Answer(null, null, null, null);
    }
    return scope.kernel().models().all().stream()
        .filter(m -> m.entity().type() == result.getClass())
        .findFirst()
        .map(m -> recordAnswer(m, result))
        .orElseGet(
            () -> new Answer(null, null, result.getClass().getName(), RawJson.ofValue(result)));
  }

  private static <E> Answer recordAnswer(EntityModel<E> model, Object result) {
    return new Answer(model.name(), model.idOf(model.entity().type().cast(result)), null, null);
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
