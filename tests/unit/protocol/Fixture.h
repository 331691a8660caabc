#pragma once

#include <vector>

#include <QByteArray>
#include <QFile>

/// A captured conversation from tests/fixtures/protocol. Each file says in its comments where it is
/// from; `>` lines are what our side sent, `<` lines what the peer sent.
struct Fixture
{
    struct Line
    {
        bool sent = false;
        QByteArray bytes;
    };
    std::vector<Line> lines;

    static Fixture load(const QString &name)
    {
        Fixture fixture;
        QFile file(qEnvironmentVariable("NODESCOPE_SOURCE_DIR") + u"/tests/fixtures/protocol/" + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no fixture %s", qPrintable(file.fileName()));
        while (!file.atEnd()) {
            const QByteArray line = file.readLine().trimmed();
            if (line.startsWith('>') || line.startsWith('<'))
                fixture.lines.push_back({line.startsWith('>'), QByteArray::fromHex(line.mid(1))});
        }
        return fixture;
    }
    /// All that one side sent, from line `first` on.
    [[nodiscard]] QByteArray all(bool sent, std::size_t first = 0) const
    {
        QByteArray bytes;
        for (std::size_t i = first; i < lines.size(); ++i) {
            if (lines[i].sent == sent)
                bytes += lines[i].bytes;
        }
        return bytes;
    }
};
