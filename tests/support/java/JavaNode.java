import com.ericsson.otp.erlang.OtpErlangAtom;
import com.ericsson.otp.erlang.OtpErlangList;
import com.ericsson.otp.erlang.OtpErlangObject;
import com.ericsson.otp.erlang.OtpErlangPid;
import com.ericsson.otp.erlang.OtpErlangTuple;
import com.ericsson.otp.erlang.OtpMbox;
import com.ericsson.otp.erlang.OtpNode;
import com.ericsson.otp.erlang.OtpServerTransport;
import com.ericsson.otp.erlang.OtpSocketTransportFactory;
import com.ericsson.otp.erlang.OtpTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A Java node (JInterface) for tests, with the same input and output as the C node (tests/support/ei/ei_node.cpp):
 * what is sent to `echo` as {Pid, Term} is read and sent back; a line of input is a command.
 *
 * <pre>java JavaNode NAME COOKIE     with ERL_EPMD_PORT as for every node</pre>
 */
public final class JavaNode {
    private static final long TIMEOUT = 10_000; // milliseconds

    private final OtpNode node;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private JavaNode(String name, String cookie) throws IOException {
        node = new OtpNode(name, cookie, 0, new LoopbackFactory());
    }

    public static void main(String[] arguments) throws Exception {
        JavaNode self = new JavaNode(arguments[0], arguments[1]);
        OtpMbox mailbox = self.node.createMbox("echo");
        Thread echo = new Thread(() -> self.echo(mailbox));
        echo.setDaemon(true);
        echo.start();
        self.out.println("@@ready " + arguments[0] + "@@");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            self.out.println("@@value " + self.obey(line.split(" ")) + "@@");
        }
        System.exit(0);
    }

    private void echo(OtpMbox mailbox) {
        while (true) {
            try {
                OtpErlangObject message = mailbox.receive();
                if (message instanceof OtpErlangTuple && ((OtpErlangTuple) message).arity() == 2) {
                    OtpErlangTuple pair = (OtpErlangTuple) message;
                    mailbox.send((OtpErlangPid) pair.elementAt(0), pair.elementAt(1));
                }
            } catch (Exception e) {
                System.err.println("echo: " + e);
            }
        }
    }

    private String obey(String[] words) {
        if (words[0].equals("connect")) {
            return node.ping(words[1], TIMEOUT) ? "ok" : "failed";
        }
        if (words[0].equals("rpc")) {
            return call(words[1], words[2], words[3]);
        }
        return "unknown command";
    }

    private String call(String peer, String module, String function) {
        OtpMbox mailbox = node.createMbox();
        try {
            OtpErlangTuple request = tuple(new OtpErlangAtom("call"), new OtpErlangAtom(module),
                    new OtpErlangAtom(function), new OtpErlangList(), new OtpErlangAtom("user"));
            mailbox.send("rex", peer, tuple(mailbox.self(), request));
            OtpErlangObject answer = mailbox.receive(TIMEOUT);
            return answer == null ? "failed" : ((OtpErlangTuple) answer).elementAt(1).toString();
        } catch (Exception e) {
            return "failed";
        } finally {
            node.closeMbox(mailbox);
        }
    }

    private static OtpErlangTuple tuple(OtpErlangObject... elements) {
        return new OtpErlangTuple(elements);
    }

    /** JInterface's own listens on every address. */
    private static final class LoopbackFactory extends OtpSocketTransportFactory {
        @Override
        public OtpServerTransport createServerTransport(int port) throws IOException {
            return new LoopbackServer(port);
        }
    }

    private static final class LoopbackServer implements OtpServerTransport {
        private final ServerSocket server;

        LoopbackServer(int port) throws IOException {
            server = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        }

        @Override
        public int getLocalPort() {
            return server.getLocalPort();
        }

        @Override
        public OtpTransport accept() throws IOException {
            return new SocketTransport(server.accept());
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    private static final class SocketTransport implements OtpTransport {
        private final Socket socket;

        SocketTransport(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return socket.getInputStream();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return socket.getOutputStream();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
