#include "doctor/explain/LogTimes.h"

#include <QTimeZone>

namespace nodescope::doctor {

namespace {
constexpr qsizetype MaxLineHead = 160;
constexpr int MaxLinesAbove = 12;
constexpr qsizetype MaxBytesAbove = 3000;
constexpr int MaxFractionDigits = 9; // nanoseconds, as docker writes them: no logger is more exact
constexpr std::array Months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Reads one time from a place on; each take… moves on or leaves everything as it was.
class TimeReader
{
public:
    TimeReader(QByteArrayView text, qsizetype at)
        : m_text(text)
        , m_begin(at)
        , m_at(at)
    {
    }

    LogTime read()
    {
        if (takeIso() || takeErlang() || takeSyslog() || takeClock())
            return finish();
        return {};
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    bool number(int digitsAtLeast, int digitsAtMost, int &value)
    {
        value = 0;
        int n = 0;
        while (n < digitsAtMost && isDigit(peek())) {
            value = value * 10 + (peek() - '0');
            ++m_at;
            ++n;
        }
        return n >= digitsAtLeast && !isDigit(peek());
    }
    bool month()
    {
        for (std::size_t i = 0; i < Months.size(); ++i) {
            if (m_text.sliced(qMin(m_at, m_text.size())).startsWith(Months[i])) {
                m_month = int(i) + 1;
                m_at += 3;
                return true;
            }
        }
        return false;
    }
    // 11:18:24.582014
    bool clock()
    {
        int hour = 0;
        int minute = 0;
        int second = 0;
        if (!number(1, 2, hour) || !take(':') || !number(2, 2, minute) || !take(':') || !number(2, 2, second))
            return false;
        int milliseconds = 0;
        if (peek() == '.' || peek() == ',') {
            ++m_at;
            int n = 0;
            while (isDigit(peek())) {
                if (n++ < 3)
                    milliseconds = milliseconds * 10 + (peek() - '0');
                ++m_at;
            }
            if (n > MaxFractionDigits)
                return false;
            for (; n < 3; ++n)
                milliseconds *= 10;
        }
        m_time = QTime(hour, minute, second, milliseconds);
        return m_time.isValid();
    }
    // Z, +01:00, +0100
    void offset()
    {
        const qsizetype before = m_at;
        if (take('Z')) {
            m_offset = 0;
            return;
        }
        const bool minus = peek() == '-';
        int hours = 0;
        int minutes = 0;
        if ((take('+') || take('-')) && (number(2, 2, hours) || hours > 0)) {
            take(':');
            if (number(2, 2, minutes)) {
                m_offset = (minus ? -60 : 60) * (hours * 60 + minutes);
                return;
            }
        }
        m_at = before;
        int both = 0;
        if ((take('+') || take('-')) && number(4, 4, both)) {
            m_offset = (minus ? -60 : 60) * (both / 100 * 60 + both % 100);
            return;
        }
        m_at = before;
    }
    bool back()
    {
        m_at = m_begin;
        return false;
    }
    // 2026-11-26T11:18:24.582014+01:00, 2026-11-26 11:18:24.582 +01:00, 2026/11/26 11:18:24
    bool takeIso()
    {
        int day = 0;
        if (!number(4, 4, m_year) || !(take('-') || take('/')) || !number(2, 2, m_month) ||
            !(take('-') || take('/')) || !number(2, 2, day) || !(take('T') || take(' ')) || !clock())
            return back();
        m_day = day;
        offset();
        return true;
    }
    // 26-Nov-2026::11:18:24.582014
    bool takeErlang()
    {
        if (!number(1, 2, m_day) || !take('-') || !month() || !take('-') || !number(4, 4, m_year) ||
            !take(':') || !take(':') || !clock())
            return back();
        return true;
    }
    // Nov 26 11:18:24, and with the year behind it (EPMD)
    bool takeSyslog()
    {
        if (!month() || !take(' '))
            return back();
        take(' ');
        if (!number(1, 2, m_day) || !take(' ') || !clock())
            return back();
        const qsizetype before = m_at;
        if (!take(' ') || !number(4, 4, m_year)) {
            m_year = 0;
            m_at = before;
        }
        return true;
    }
    bool takeClock()
    {
        m_year = 0;
        return clock() || back();
    }
    LogTime finish()
    {
        LogTime time;
        time.text = QString::fromLatin1(m_text.sliced(m_begin, m_at - m_begin));
        const QDate date(m_year, m_month, m_day);
        if (m_year > 0 && date.isValid())
            time.at = m_offset ? QDateTime(date, m_time, QTimeZone(*m_offset)).toUTC()
                               : QDateTime(date, m_time, Qt::LocalTime);
        return time;
    }

    QByteArrayView m_text;
    qsizetype m_begin;
    qsizetype m_at;
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
    QTime m_time;
    std::optional<int> m_offset;
};

qsizetype lineBegin(QByteArrayView text, qsizetype at, qsizetype lowest)
{
    while (at > lowest && text[at - 1] != '\n')
        --at;
    return at;
}
} // namespace

LogTime parseLogTime(QByteArrayView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool begins = isDigit(text[at]) || (text[at] >= 'A' && text[at] <= 'S');
        if (!begins || (at > 0 && (isDigit(text[at - 1]) || text[at - 1] == '.')))
            continue;
        const LogTime time = TimeReader(text, at).read();
        if (!time.isNull())
            return time;
    }
    return {};
}

LogTime timeOf(QByteArrayView text, qsizetype at)
{
    qsizetype lowest = qMax<qsizetype>(0, at - MaxBytesAbove);
    qsizetype begin = lineBegin(text, at, lowest);
    const LogTime own = parseLogTime(text.sliced(begin, qMin(at - begin, MaxLineHead)));
    if (!own.isNull())
        return own;
    for (int lines = 0; lines < MaxLinesAbove && begin > lowest; ++lines) {
        const qsizetype end = begin - 1;
        begin = lineBegin(text, end, lowest);
        const LogTime above = parseLogTime(text.sliced(begin, qMin(end - begin, MaxLineHead)));
        if (!above.isNull())
            return above;
    }
    // docker's json-file has it behind the message.
    const QByteArrayView behind = text.sliced(at, qMin<qsizetype>(text.size() - at, 2000));
    const qsizetype line = behind.indexOf('\n');
    const qsizetype field = behind.first(line < 0 ? behind.size() : line).indexOf("\"time\":\"");
    return field < 0 ? LogTime()
                     : parseLogTime(behind.sliced(field + 8, qMin<qsizetype>(40, behind.size() - field - 8)));
}

} // namespace nodescope::doctor
