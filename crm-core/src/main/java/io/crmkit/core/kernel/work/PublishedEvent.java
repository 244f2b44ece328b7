package io.crmkit.core.kernel.work;

import io.crmkit.api.event.EventEnvelope;

/** An event of this command that its subscribers in the transaction have yet to hear of. */
record PublishedEvent(EventEnvelope<?> envelope, SessionImpl session) {}
