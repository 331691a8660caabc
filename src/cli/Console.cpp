#include "cli/Console.h"

#include <cerrno>
#include <cstring>

#include <QFileDevice>
#include <QIODevice>
#include <QJsonDocument>

#include "cli/Words.h"

namespace nodescope::cli {

namespace {

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

Console::Console(QIODevice &input, QIODevice &output, QIODevice &errors)
    : m_input(input)
    , m_output(output)
    , m_errors(errors)
{
}

QByteArray Console::readAll()
{
    return m_input.readAll();
}

bool Console::write(const QByteArray &bytes)
{
    if (m_broken)
        return false;
    errno = 0;
    if (m_output.write(bytes) == bytes.size())
        return true;
    const int code = errno; // Qt tells a broken pipe and a full disk by the same error
    m_broken = true;
    if (code != EPIPE) {
        m_lostOutput = true;
        error(QStringLiteral("output_lost"), Words::tr("the output could not be written: %1")
                                                 .arg(QString::fromLocal8Bit(std::strerror(code))));
    }
    return false;
}

int Console::outputDescriptor() const
{
    const auto *file = qobject_cast<const QFileDevice *>(&m_output);
    return file ? file->handle() : -1;
}

bool Console::print(const QString &line)
{
    return write(line.toUtf8() + '\n');
}

bool Console::print(const QJsonObject &object)
{
    return write(lineOf(object));
}

void Console::error(const QString &id, const QString &text, const QJsonObject &facts)
{
    report(QStringLiteral("error"), id, text, facts);
}

void Console::explain(const QString &text)
{
    if (!m_json && !text.isEmpty())
        m_errors.write(text.toUtf8() + '\n');
}

void Console::notice(const QString &id, const QString &text)
{
    report(QStringLiteral("notice"), id, text, {});
}

void Console::report(const QString &kind, const QString &id, const QString &text, QJsonObject facts)
{
    if (!m_json) {
        m_errors.write("nodescope-cli: " + text.toUtf8() + '\n');
        return;
    }
    facts.insert(QStringLiteral("id"), id);
    facts.insert(QStringLiteral("text"), text);
    m_errors.write(lineOf(QJsonObject{{kind, facts}}));
}

} // namespace nodescope::cli
