<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "password-commons.ftl" as sessions>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp", "userLabel"); section>
  <#if section == "header">
    ${msg("loginTotpTitle")}
  <#elseif section == "form">
    <ol class="steps">
      <li>
        <p>${msg("loginTotpStep1")}</p>
        <ul>
          <#list totp.supportedApplications as application>
            <li><bdi>${msg(application)}</bdi></li>
          </#list>
        </ul>
      </li>
      <#if (mode!"") == "manual">
        <li>
          <p>${msg("loginTotpManualStep2")}</p>
          <p><code id="kc-totp-secret-key" dir="ltr">${totp.totpSecretEncoded}</code></p>
          <p><a id="mode-barcode" href="${totp.qrUrl}">${msg("loginTotpScanBarcode")}</a></p>
        </li>
        <li>
          <p>${msg("loginTotpManualStep3")}</p>
          <dl>
            <div><dt>${msg("loginTotpType")}</dt><dd>${msg("loginTotp." + totp.policy.type)}</dd></div>
            <div><dt>${msg("loginTotpAlgorithm")}</dt><dd><bdi>${totp.policy.getAlgorithmKey()}</bdi></dd></div>
            <div><dt>${msg("loginTotpDigits")}</dt><dd>${totp.policy.digits}</dd></div>
            <#if totp.policy.type == "totp">
              <div><dt>${msg("loginTotpInterval")}</dt><dd>${totp.policy.period}</dd></div>
            <#else>
              <div><dt>${msg("loginTotpCounter")}</dt><dd>${totp.policy.initialCounter}</dd></div>
            </#if>
          </dl>
        </li>
      <#else>
        <li>
          <p>${msg("loginTotpStep2")}</p>
          <img id="kc-totp-secret-qr-code" src="data:image/png;base64,${totp.totpSecretQrCode}" alt="${msg("loginTotpQrCode")}">
          <p><a id="mode-manual" href="${totp.manualUrl}">${msg("loginTotpUnableToScan")}</a></p>
        </li>
      </#if>
      <li>
        <p>${msg("loginTotpStep3")}</p>
        <p>${msg("loginTotpStep3DeviceName")}</p>
      </li>
    </ol>
    <form id="kc-totp-settings-form" action="${url.loginAction}" method="post" novalidate>
      <@field.input name="totp" label=msg("authenticatorCode") autocomplete="one-time-code" required=true
          inputmode="numeric" dir="ltr"/>
      <@field.input name="userLabel" label=msg("loginTotpDeviceName") required=totp.otpCredentials?has_content/>
      <input type="hidden" name="totpSecret" value="${totp.totpSecret}">
      <#if mode??><input type="hidden" name="mode" value="${mode}"></#if>
      <@sessions.logoutOtherSessions/>
      <@field.send label="doSubmit" id="saveTOTPBtn"/>
    </form>
  </#if>
</@layout.registrationLayout>
