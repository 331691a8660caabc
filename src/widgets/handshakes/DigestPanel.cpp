#include "widgets/handshakes/DigestPanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "doctor/handshakes/HandshakeFacts.h"
#include "widgets/common/Labels.h"

namespace nodescope::widgets {

namespace {
constexpr QChar Dot(0x2022);

/// As many dots for any digest; a cookie's length is seen by the field anyway.
QString hiddenDigest()
{
    return QString(8, Dot);
}
} // namespace

DigestPanel::DigestPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(TextRole::Strong, this))
    , m_digests(new QPushButton(this))
    , m_cookie(new QLineEdit(this))
    , m_use(new QPushButton(this))
    , m_show(new QPushButton(this))
    , m_sum(makeParagraph(TextRole::Mono, this))
    , m_verdict(makeParagraph(TextRole::Plain, this))
{
    m_cookie->setObjectName(QStringLiteral("digestCookie"));
    m_cookie->setEchoMode(QLineEdit::Password);
    m_show->setCheckable(true);
    m_digests->setObjectName(QStringLiteral("showDigests"));
    m_digests->setCheckable(true);
    m_sum->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sum->setLayoutDirection(Qt::LeftToRight);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_cookie, 1);
    row->addWidget(m_show);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_digests);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addLayout(row);
    layout->addWidget(m_use, 0, Qt::AlignLeft);
    layout->addWidget(m_sum);
    layout->addWidget(m_verdict);
    connect(m_cookie, &QLineEdit::textChanged, this, &DigestPanel::compute);
    connect(m_show, &QPushButton::toggled, this, [this](bool shown) {
        m_cookie->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        compute();
    });
    connect(m_digests, &QPushButton::toggled, this, &DigestPanel::compute);
    connect(m_use, &QPushButton::clicked, this,
            [this] { Q_EMIT cookieRequested(m_record.id, m_record.peer); });
    retranslate();
}

void DigestPanel::setMessage(const cluster::HandshakeRecord &record, qsizetype line)
{
    if (record.id != m_record.id) {
        m_cookie->clear();
        m_show->setChecked(false);
        m_noCookie = false;
    }
    m_record = record;
    m_line = line;
    setVisible(doctor::signedChallenge(record, line).has_value());
    compute();
}

void DigestPanel::setCookie(quint64 handshake, const base::Secret &cookie)
{
    if (handshake != m_record.id)
        return;
    m_noCookie = cookie.isNull();
    const QByteArrayView bytes = cookie.reveal();
    m_cookie->setText(QString::fromLatin1(bytes.data(), bytes.size()));
    compute();
}

void DigestPanel::hideDigests()
{
    m_digests->setChecked(false);
}

void DigestPanel::compute()
{
    const auto challenge = doctor::signedChallenge(m_record, m_line);
    if (!challenge || m_line < 0 || m_line >= m_record.lines.size())
        return;
    const cluster::HandshakeLine &line = m_record.lines.at(m_line);
    const bool given = !m_cookie->text().isEmpty();
    const base::Secret cookie = given ? base::Secret(m_cookie->text().toLatin1()) : base::Secret();
    const QString shown = !given                ? tr("cookie")
                          : m_show->isChecked() ? m_cookie->text()
                                                : QString(m_cookie->text().size(), Dot);
    const QString sum = given ? doctor::digestText(cookie, *challenge) : QStringLiteral("…");
    const QByteArrayView wire = line.digest.reveal();
    const QString there = QString::fromLatin1(QByteArray(wire.data(), wire.size()).toHex());
    showSum(shown, sum, there, *challenge);
    if (!given) {
        setRole(m_verdict, m_noCookie ? TextRole::Error : TextRole::Secondary);
        m_verdict->setText(m_noCookie
                               ? tr("No cookie is known for this node here: type one.")
                               : tr("Type a cookie, or use the one of this handshake. It goes nowhere."));
        return;
    }
    const bool fits = doctor::digestFits(line, cookie, *challenge);
    setRole(m_verdict, fits ? TextRole::Strong : TextRole::Error);
    m_verdict->setText(fits ? tr("Equal: whoever sent it has this cookie.")
                            : tr("Not equal: it was made of another cookie, or of another challenge."));
}

void DigestPanel::showSum(const QString &cookie, const QString &made, const QString &wire, quint32 challenge)
{
    const bool clear = m_digests->isChecked();
    const bool given = !m_cookie->text().isEmpty();
    m_sum->setText(QStringLiteral("MD5( %1 ++ \"%2\" )\n  = %3\n%4  %5")
                       .arg(cookie, QString::number(challenge), given && !clear ? hiddenDigest() : made,
                            tr("on the wire"), clear ? wire : hiddenDigest()));
}

void DigestPanel::retranslate()
{
    m_title->setText(tr("The digest"));
    m_cookie->setAccessibleName(tr("Cookie"));
    m_cookie->setPlaceholderText(tr("a cookie to try"));
    m_use->setText(tr("Use the cookie of this handshake"));
    m_show->setText(tr("Show"));
    m_digests->setText(tr("Show digests"));
    m_digests->setToolTip(
        tr("Digests are dots until you ask for them: whoever sees one beside its challenge can "
           "try cookies until one fits"));
    m_show->setToolTip(tr("Shows the cookie in clear"));
    compute();
}

void DigestPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
