#pragma once

#include <memory>

#include <QEventLoop>
#include <QObject>

#include "cli/ExitStatus.h"
#include "cli/NodeConnection.h"
#include "cli/shell/LineEditor.h"
#include "cli/shell/ShellCompletion.h"
#include "cli/shell/ShellHistory.h"
#include "cli/shell/ShellLine.h"

class QSocketNotifier;

namespace nodescope::cli {

/// Reads lines, has the node do what they say, and prints what comes of it: calls, messages, data. At a
/// terminal with editing, history and completion; from a pipe line by line, to its end.
class Shell final : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        base::NodeName node;
        term::Syntax syntax = term::Syntax::Erlang;
        base::Duration timeout = std::chrono::seconds(10);
        QString history; ///< file; empty: none
    };

    /// Both must outlive it; the connection is open.
    Shell(NodeConnection &connection, Settings settings, Console &console, QObject *parent = nullptr);
    ~Shell() override;

    /// Until the input ends, or somebody quits. Failed if the link is lost or, from a pipe, if a line failed.
    [[nodiscard]] ExitStatus runAtTerminal();
    [[nodiscard]] ExitStatus runPiped();

private:
    /// One line that was typed; together with those before that it goes on.
    void take(const QString &line);
    void call(const term::CallExpression &expression);
    void send(const shell_line::Send &line);
    void tellEnd(const dist::CallResult &result);
    void help();
    void flush();
    void show(const term::Term &term);
    void fail(const QString &id, const QString &text);
    void onInput();
    void edit();
    void complete();
    void learnNames();
    void learnFunctions(const QString &module);
    void learn(const char *module, const char *function, std::vector<term::Term> arguments,
               const std::function<void(const term::Term &)> &use);
    void draw();

    NodeConnection &m_connection;
    Settings m_settings;
    Console &m_console;
    dist::LocalProcess *m_process; // the node's
    std::vector<term::Term> m_mail;
    LineEditor m_editor;
    ShellHistory m_history;
    ShellCompletion m_completion;
    QStringList m_atoms;
    QByteArray m_input; // bytes of the terminal that nobody has looked at yet
    QString m_begun;    // lines of something that goes on
    QEventLoop m_loop;
    dist::CallId m_call = 0; // under way; 0: none
    bool m_atTerminal = false;
    bool m_failed = false;
    bool m_over = false;
};

} // namespace nodescope::cli
