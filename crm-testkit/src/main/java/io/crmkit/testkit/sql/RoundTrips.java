package io.crmkit.testkit.sql;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/**
 * Counts real round trips to PostgreSQL, below the driver: each time that it waits for an answer to
 * something it has sent. For a connection whose URL ends with {@link #URL_SUFFIX}, since the driver
 * makes its sockets by the name of this class; the count is that of all such connections of the
 * JVM. Safe for many threads.
 */
public final class RoundTrips extends SocketFactory {

  /** To be put at the end of a JDBC URL that has parameters already. */
  public static final String URL_SUFFIX = "&socketFactory=" + RoundTrips.class.getName();

  private static final AtomicLong COUNT = new AtomicLong();

  /** For the driver. */
  public RoundTrips() {}

  /** Round trips so far. */
  public static long count() {
    return COUNT.get();
  }

  @Override
  public Socket createSocket() {
    return new CountingSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new IOException("connect it yourself");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw new IOException("connect it yourself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw new IOException("connect it yourself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw new IOException("connect it yourself");
  }

  private static final class CountingSocket extends Socket {
    private volatile boolean sent;

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(int one) throws IOException {
          sent = true;
          out.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          sent = true;
          out.write(bytes, offset, length);
        }
      };
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          answered();
          return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          answered();
          return in.read(bytes, offset, length);
        }
      };
    }

    private void answered() {
      if (sent) {
        sent = false;
        COUNT.incrementAndGet();
      }
    }
  }
}
