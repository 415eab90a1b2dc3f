using System.Globalization;
using Senparc.Weixin.MP;
using Senparc.Weixin.MP.AdvancedAPIs;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Pushing to followers by way of the library.</summary>
internal sealed class SenparcMassApi(AccountCalls accounts, SenparcCalls calls) : MassApi(accounts)
{
    /// <inheritdoc />
    public override Task<Answer<MassJob>> SendAllAsync(WeixinAccount account, string draftId, string clientMsgId, CancellationToken token)
    {
        CheckKey(clientMsgId);
        // The library writes its sendIgnoreReprint the wrong way round (true as 0); what goes out must not depend on whether that is ever mended.
        return calls.SendAsync<MassJob>(
            account,
            Repeat.Never,
            access => GroupMessageApi.SendGroupMessageByTagIdAsync(
                access, tagId: null, draftId, GroupMessageType.mpnews, isToAll: true, sendIgnoreReprint: true, clientMsgId, SenparcClient.NoLimit),
            token,
            body => body["send_ignore_reprint"] = 0);
    }

    /// <inheritdoc />
    public override Task<Answer<MassResult>> GetAsync(WeixinAccount account, string msgId, CancellationToken token) =>
        calls.SendAsync<MassResult>(account, Repeat.Safe, access => GroupMessageApi.GetGroupMessageResultAsync(access, msgId, SenparcClient.NoLimit), token);

    /// <inheritdoc />
    public override Task<Answer<Done>> DeleteAsync(WeixinAccount account, long msgId, int? articleIndex, CancellationToken token) =>
        // The platform documents a number, the library sends text.
        calls.SendAsync<Done>(
            account,
            Repeat.Never,
            access => GroupMessageApi.DeleteSendMessageAsync(access, msgId.ToString(CultureInfo.InvariantCulture), articleIndex, SenparcClient.NoLimit),
            token,
            body => body["msg_id"] = msgId);

    /// <inheritdoc />
    public override Task<Answer<Done>> PreviewAsync(WeixinAccount account, string draftId, string wechatId, CancellationToken token) =>
        calls.SendAsync<Done>(
            account,
            Repeat.Never,
            access => GroupMessageApi.SendGroupMessagePreviewAsync(access, GroupMessageType.mpnews, draftId, openId: null, wechatId, SenparcClient.NoLimit),
            token);
}
