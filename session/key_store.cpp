// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/key_store.h"

#include <qt6keychain/keychain.h>

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace {

const QString service = QStringLiteral("insights-explorer");
constexpr QFile::Permissions onlyMine = QFile::ReadOwner | QFile::WriteOwner;

// Its library's words where it has some: "Could not open wallet…".
QString reasonOf(const QKeychain::Job &job)
{
    return job.error() == QKeychain::NoBackendAvailable ? KeyStore::tr("this desktop has no keychain")
                                                        : KeyStore::tr("the keychain says: %1").arg(job.errorString());
}

} // namespace

KeyStore::KeyStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
}

void KeyStore::keep(const QString &id, const QString &key, KeyPlace place, Kept kept)
{
    forget(id); // so that none is left where it was before
    m_keys[id] = key;
    switch (place) {
    case KeyPlace::ThisSession: kept({}); return;
    case KeyPlace::File: kept(writeFile(id, key)); return;
    case KeyPlace::Keychain: break;
    }
    auto *job = new QKeychain::WritePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(id);
    job->setTextData(key);
    connect(job, &QKeychain::Job::finished, this, [kept = std::move(kept)](QKeychain::Job *done) {
        kept(done->error() == QKeychain::NoError ? QString() : reasonOf(*done));
    });
    job->start();
}

void KeyStore::read(const QString &id, KeyPlace place, Read read)
{
    if (const auto known = m_keys.constFind(id); known != m_keys.constEnd()) {
        read(QString(*known), {}); // it may be changed by whoever is told
        return;
    }
    switch (place) {
    case KeyPlace::ThisSession: read({}, {}); return;
    case KeyPlace::File: {
        QFile file(fileOf(id));
        const bool isRead = file.open(QIODevice::ReadOnly);
        const QString key = isRead ? QString::fromUtf8(file.readAll()).trimmed() : QString();
        if (isRead)
            m_keys[id] = key;
        read(key, isRead || !file.exists() ? QString() : file.errorString());
        return;
    }
    case KeyPlace::Keychain: break;
    }
    auto *job = new QKeychain::ReadPasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(id);
    connect(job, &QKeychain::Job::finished, this, [this, id, read = std::move(read)](QKeychain::Job *done) {
        const QString key = static_cast<QKeychain::ReadPasswordJob *>(done)->textData();
        const bool isGood = done->error() == QKeychain::NoError || done->error() == QKeychain::EntryNotFound;
        if (done->error() == QKeychain::NoError)
            m_keys[id] = key;
        read(key, isGood ? QString() : reasonOf(*done));
    });
    job->start();
}

void KeyStore::forget(const QString &id)
{
    m_keys.remove(id);
    QFile::remove(fileOf(id));
    auto *job = new QKeychain::DeletePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(id);
    job->start();
}

QString KeyStore::fileOf(const QString &id) const
{
    return QDir(m_folder).filePath(id + QStringLiteral(".key"));
}

QString KeyStore::writeFile(const QString &id, const QString &key) const
{
    if (!QDir().mkpath(m_folder))
        return tr("the folder %1 cannot be made").arg(m_folder);
    QFile::setPermissions(m_folder, onlyMine | QFile::ExeOwner);
    QSaveFile file(fileOf(id));
    const QByteArray text = key.toUtf8() + '\n';
    // Before anything is in it.
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(onlyMine)
        && file.write(text) == text.size() && file.commit();
    return isWritten ? QString() : tr("%1 cannot be written: %2").arg(file.fileName(), file.errorString());
}
