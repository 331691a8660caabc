#include "widgets/send/SendMemory.h"

#include <algorithm>

namespace nodescope::widgets {

using cluster::ErrandKind;

namespace {
constexpr ErrandKind Kinds[] = {ErrandKind::Send, ErrandKind::GenCall, ErrandKind::GenCast,
                                ErrandKind::Call, ErrandKind::Exit,    ErrandKind::Monitor};

ErrandKind kindNamed(const QString &name)
{
    const auto *found = std::find_if(std::begin(Kinds), std::end(Kinds),
                                     [&](ErrandKind kind) { return identifierOf(kind) == name; });
    return found == std::end(Kinds) ? ErrandKind::Send : *found;
}
} // namespace

SendMemory::SendMemory(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void SendMemory::remember(const Entry &entry)
{
    if (entry.text.size() > MaxCharacters)
        return;
    QList<Entry> entries = history();
    entries.removeAll(entry);
    entries.prepend(entry);
    write(QStringLiteral("send/history"), entries.mid(0, MaxHistory));
}

void SendMemory::clearHistory()
{
    write(QStringLiteral("send/history"), {});
}

bool SendMemory::keep(const Entry &entry)
{
    QList<Entry> entries = snippets();
    entries.removeIf([&](const Entry &known) { return known.name == entry.name; });
    if (entry.name.isEmpty() || entry.text.size() > MaxCharacters || entries.size() >= MaxSnippets)
        return false;
    entries.append(entry);
    std::sort(entries.begin(), entries.end(),
              [](const Entry &a, const Entry &b) { return a.name.localeAwareCompare(b.name) < 0; });
    write(QStringLiteral("send/snippets"), entries);
    return true;
}

void SendMemory::drop(const QString &name)
{
    QList<Entry> entries = snippets();
    entries.removeIf([&](const Entry &known) { return known.name == name; });
    write(QStringLiteral("send/snippets"), entries);
}

QList<SendMemory::Entry> SendMemory::read(const QString &key) const
{
    QList<Entry> entries;
    const int count = m_settings.beginReadArray(key);
    for (int i = 0; i < std::min(count, static_cast<int>(MaxSnippets)); ++i) {
        m_settings.setArrayIndex(i);
        Entry entry;
        entry.name = m_settings.value(QStringLiteral("name")).toString();
        entry.kind = kindNamed(m_settings.value(QStringLiteral("kind")).toString());
        const bool elixir = m_settings.value(QStringLiteral("syntax")).toString() == QStringLiteral("elixir");
        entry.syntax = elixir ? term::Syntax::Elixir : term::Syntax::Erlang;
        entry.process = m_settings.value(QStringLiteral("process")).toString();
        entry.text = m_settings.value(QStringLiteral("text")).toString().left(MaxCharacters);
        entries.append(entry);
    }
    m_settings.endArray();
    return entries;
}

void SendMemory::write(const QString &key, const QList<Entry> &entries)
{
    m_settings.remove(key);
    m_settings.beginWriteArray(key, static_cast<int>(entries.size()));
    for (int i = 0; i < entries.size(); ++i) {
        const Entry &entry = entries.at(i);
        m_settings.setArrayIndex(i);
        m_settings.setValue(QStringLiteral("name"), entry.name);
        m_settings.setValue(QStringLiteral("kind"), identifierOf(entry.kind));
        m_settings.setValue(QStringLiteral("syntax"),
                            QLatin1String(entry.syntax == term::Syntax::Elixir ? "elixir" : "erlang"));
        m_settings.setValue(QStringLiteral("process"), entry.process);
        m_settings.setValue(QStringLiteral("text"), entry.text);
    }
    m_settings.endArray();
    Q_EMIT changed();
}

} // namespace nodescope::widgets
