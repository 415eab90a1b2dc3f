using Senparc.Weixin.MP;
using LibraryMedia = Senparc.Weixin.MP.AdvancedAPIs.MediaApi;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Pictures by way of the library, which reads them from files: they lie in a folder of their own for the length of the call.</summary>
internal sealed class SenparcMaterialApi(AccountCalls accounts, SenparcCalls calls) : MaterialApi(accounts)
{
    /// <inheritdoc />
    public override Task<Answer<BodyImage>> UploadImageAsync(WeixinAccount account, UploadFile file, CancellationToken token) =>
        calls.SendAsync<BodyImage>(
            account, Repeat.Safe, access => FromFileAsync(file, path => LibraryMedia.UploadImgAsync(access, path, SenparcClient.NoLimit)), token);

    /// <inheritdoc />
    public override Task<Answer<Material>> AddImageAsync(WeixinAccount account, UploadFile file, CancellationToken token) =>
        calls.SendAsync<Material>(
            account,
            Repeat.Never,
            access => FromFileAsync(file, path => LibraryMedia.UploadForeverMediaAsync(access, path, UploadForeverMediaType.image, SenparcClient.NoLimit)),
            token);

    private static async Task FromFileAsync(UploadFile file, Func<string, Task> upload)
    {
        var folder = Directory.CreateTempSubdirectory("console-upload-");
        try
        {
            var path = Path.Combine(folder.FullName, file.Name);
            await File.WriteAllBytesAsync(path, file.Bytes);
            await upload(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
