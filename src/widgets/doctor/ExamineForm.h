#pragma once

#include <memory>

#include <QStringListModel>
#include <QWidget>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/common/LateRefresh.h"

namespace Ui {
class ExamineForm;
}

namespace nodescope::widgets {

/// What is to be examined: which node, from where, and (folded away) with which cookie, port and TLS
/// options. Completes the names that are known. Says below the field what is wrong with it.
class ExamineForm : public QWidget
{
    Q_OBJECT

public:
    /// The store must outlive the form.
    explicit ExamineForm(const cluster::ClusterStore &store, QWidget *parent = nullptr);
    ~ExamineForm() override;

    /// Fills in both ends; `from` null or selfName(): this program.
    void setEnds(const base::NodeName &from, const base::NodeName &to);
    /// While one runs the button cancels it.
    void setRunning(bool running);
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// What the form says; without id. Empty, with the reason shown, when something is missing.
    [[nodiscard]] std::optional<cluster::Examine> request() const;
    void focusNode();

public Q_SLOTS:
    /// As the button does.
    void start();

Q_SIGNALS:
    void examineRequested(const nodescope::cluster::Examine &request);
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void join();
    void retranslate();
    void validate();
    void collectNames();
    void fillFrom();
    void addFrom(const base::NodeName &node, bool reachable);
    void setOptionsShown(bool shown);
    [[nodiscard]] base::NodeName from() const;

    std::unique_ptr<Ui::ExamineForm> m_ui;
    const cluster::ClusterStore &m_store;
    QStringListModel m_names;
    bool m_running = false;
    LateRefresh m_refresh; ///< of both lists of nodes
};

} // namespace nodescope::widgets
