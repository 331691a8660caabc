#pragma once

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "models/Trends.h"
#include "widgets/common/FactList.h"
#include "widgets/inspector/TabbedPage.h"

class QLabel;

namespace nodescope::widgets {

class FailureView;
class SeriesList;

/// The inspector's page of a link: why it failed, and what each end says of it.
class LinkPage : public TabbedPage
{
    Q_OBJECT

public:
    /// The store must outlive the page.
    explicit LinkPage(const cluster::ClusterStore &store, QWidget *parent = nullptr);
    void setLink(const cluster::LinkKey &key);
    /// Where rates come from; it must outlive the page.
    void setTrends(const models::Trends &trends);
    /// The diagnosis as text; empty when there is none.
    [[nodiscard]] QString diagnosisText() const;

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);
    void connectOtherwiseRequested(const nodescope::base::NodeName &node);
    /// The doctor is to say why `from` does not reach `to`.
    void examineRequested(const nodescope::base::NodeName &from, const nodescope::base::NodeName &to);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void showHead(const cluster::Link &link);
    [[nodiscard]] static FactList::Fact kindOf(const cluster::Link &link);
    void showEnds(const cluster::Link &link);
    void showTraffic();

    const cluster::ClusterStore &m_store;
    cluster::LinkKey m_key;
    FailureView *m_failure;
    FactList *m_ends;
    const models::Trends *m_trends = nullptr;
    QLabel *m_trafficTitle;
    SeriesList *m_rates;
    FactList *m_counted;
    int m_whyTab = -1;
    int m_endsTab = -1;
};

/// The attempt that a diagnosis speaks of, as the intents that repeat or forget it.
[[nodiscard]] cluster::TryAgain tryAgainOf(const cluster::LinkKey &key, const cluster::Diagnosis *diagnosis);

} // namespace nodescope::widgets
